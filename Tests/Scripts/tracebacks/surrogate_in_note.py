e = KeyError("\ud800"); e.add_note("\udfff n"); raise e
