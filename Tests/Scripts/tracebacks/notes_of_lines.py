e = ValueError("x")
e.add_note("one\ntwo"); e.add_note("three")
raise e
