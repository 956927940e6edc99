where = "a folder without __init__"
