# The names that scripts import.
import ctypes
names = """ARRAY Array ArgumentError BigEndianStructure BigEndianUnion CDLL CFUNCTYPE DEFAULT_MODE LibraryLoader
LittleEndianStructure LittleEndianUnion POINTER PYFUNCTYPE PyDLL RTLD_GLOBAL RTLD_LOCAL SIZEOF_TIME_T SetPointerType Structure
Union addressof alignment byref c_bool c_buffer c_byte c_char c_char_p c_double c_float c_int c_int16 c_int32 c_int64 c_int8
c_long c_longdouble c_longlong c_short c_size_t c_ssize_t c_time_t c_ubyte c_uint c_uint16 c_uint32 c_uint64 c_uint8 c_ulong
c_ulonglong c_ushort c_void_p c_voidp c_wchar c_wchar_p cast cdll create_string_buffer create_unicode_buffer get_errno memmove
memset pointer py_object pydll pythonapi resize set_errno sizeof string_at wstring_at""".split()
print([n for n in names if not hasattr(ctypes, n)])
print(ctypes.ArgumentError.__mro__, ctypes.ArgumentError.__module__)
