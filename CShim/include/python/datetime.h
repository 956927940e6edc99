/// @file datetime.h
/// The C API of the module datetime, which Baton does not have.
#error "Baton has no datetime.h: its module datetime has no C API. Pass times as floats (seconds) or tuples."
