"""Other people's annotation formats: read and written, with what is lost on the way said aloud."""
