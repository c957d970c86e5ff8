"""Claims about prices: moves ("fell 3% to $41.20") and levels ("closed at its lowest since May")."""
