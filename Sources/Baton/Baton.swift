@_exported import BatonRuntime
