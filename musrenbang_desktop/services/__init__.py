"""What an operator can do. One method is one transaction, its events, its rows, and one Changes told to every page."""
