"""What is handed to others: deliveries, exports, bundles."""
