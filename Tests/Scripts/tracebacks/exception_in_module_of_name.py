# The name of an exception's module is shown.
import json
raise json.JSONDecodeError("bad", "{bad}", 1)
