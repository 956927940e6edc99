# Notes are printed below the message.
e = ValueError("with notes")
e.add_note("first note")
e.add_note("second\nnote on two lines")
raise e
