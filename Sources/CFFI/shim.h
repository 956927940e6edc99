// Calling functions and making callbacks whose signatures are known at run time.
#include <ffi.h>

// The descriptions of C's types are variables, which Swift would not read: their addresses.
static inline ffi_type *bt_ffi_void(void) { return &ffi_type_void; }
static inline ffi_type *bt_ffi_pointer(void) { return &ffi_type_pointer; }
static inline ffi_type *bt_ffi_float(void) { return &ffi_type_float; }
static inline ffi_type *bt_ffi_double(void) { return &ffi_type_double; }
static inline ffi_type *bt_ffi_longdouble(void) { return &ffi_type_longdouble; }

/// The integer type of `size` bytes: 1, 2, 4 or 8.
static inline ffi_type *bt_ffi_integer(int size, int is_signed)
{
    switch (size) {
    case 1: return is_signed ? &ffi_type_sint8 : &ffi_type_uint8;
    case 2: return is_signed ? &ffi_type_sint16 : &ffi_type_uint16;
    case 4: return is_signed ? &ffi_type_sint32 : &ffi_type_uint32;
    default: return is_signed ? &ffi_type_sint64 : &ffi_type_uint64;
    }
}
