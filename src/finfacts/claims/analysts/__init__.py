"""Claims of brokerages: ratings and targets, one house at a time and as a consensus."""
