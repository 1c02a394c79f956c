print("carbook")
