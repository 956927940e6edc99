raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2), TypeError("t")])])
