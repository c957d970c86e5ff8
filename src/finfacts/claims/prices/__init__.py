"""Claims about prices: moves ("fell 3% to $41.20") and levels ("at its lowest since May")."""
