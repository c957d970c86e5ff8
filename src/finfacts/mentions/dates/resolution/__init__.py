"""Forms to calendar dates: what "Monday" or "the third quarter" means on an article's date."""
