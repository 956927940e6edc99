/// @file unicode.h
/// str: text, stored as 1, 2 or 4 bytes a character (PEP 393), immutable once others can reach it.
///
/// The widest character decides the width. Text of ASCII characters alone is its own UTF-8 form; other text makes its
/// UTF-8 form at the first ask and keeps it. Operations on text stand in unicode_methods.h, encodings in codecs.h,
/// piecewise making in unicode_writer.h.
#ifndef BATON_UNICODE_H
#define BATON_UNICODE_H

#include <stdarg.h>
#include <wchar.h>

#include "type.h"

BT_BEGIN_DECLS

BT_DATA BtTypeObject BtUnicode_Type;
BT_DATA BtTypeObject BtUnicodeIter_Type;

/// Widths of a character, in bytes. Mirrors: enum PyUnicode_Kind.
enum BtUnicode_Kind {
    BtUnicode_1BYTE_KIND = 1,
    BtUnicode_2BYTE_KIND = 2,
    BtUnicode_4BYTE_KIND = 4
};

/// The head of every str. The characters of ASCII text follow it, ended by a 0.
///
/// Guard: written while one thread alone can reach the object, except `hash` (written with the one value that every
/// thread computes) and what BtCompactUnicodeObject says of its fields.
typedef struct BtASCIIObject {
    BtObject_HEAD
    Bt_ssize_t length BT_GUARDED;     ///< in characters
    Bt_hash_t hash BT_GUARDED;        ///< -1 until it is asked for
    uint8_t kind BT_GUARDED;          ///< BtUnicode_Kind
    uint8_t ascii BT_GUARDED;         ///< 1 if every character is below 0x80
    uint8_t data_offset BT_GUARDED;   ///< bytes from the object to its characters; 0: see BtUnicodeObject
    uint8_t reserved[5];
} BtASCIIObject;

/// Text that is not ASCII. Its characters follow it, ended by a 0.
typedef struct BtCompactUnicodeObject {
    BtASCIIObject _base;
    Bt_ssize_t utf8_length BT_GUARDED;  ///< in bytes, without the ending 0; valid if `utf8` is not NULL
    char *utf8 BT_GUARDED;              ///< own memory; set once, through __atomic builtins
} BtCompactUnicodeObject;

/// An instance of a type that derives from str: the characters stand in memory of their own, because the fields of the
/// derived type follow the object.
typedef struct BtUnicodeObject {
    BtCompactUnicodeObject _base;
    void *data BT_GUARDED;
} BtUnicodeObject;

#define BtASCIIObject_CAST_(object) BT_CAST(BtASCIIObject *, object)

/// Say whether `object` is a str. Mirrors: PyUnicode_Check.
#define BtUnicode_Check(object) _bt_type_flag(BtObject_CAST_(object), BT_TPFLAGS_UNICODE_SUBCLASS)
#define BtUnicode_CheckExact(object) Bt_IS_TYPE((object), &BtUnicode_Type)

// Inline access. `object` must be a str (BtUnicode_Check).

/// Return the number of characters. Mirrors: PyUnicode_GET_LENGTH.
BT_INLINE Bt_ssize_t BtUnicode_GET_LENGTH_(BtObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return BtASCIIObject_CAST_(object)->length;
}
#define BtUnicode_GET_LENGTH(object) BtUnicode_GET_LENGTH_(BtObject_CAST_(object))

/// Return the width of a character in bytes: BtUnicode_1BYTE_KIND, 2 or 4. Mirrors: PyUnicode_KIND.
BT_INLINE int BtUnicode_KIND_(BtObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return BtASCIIObject_CAST_(object)->kind;
}
#define BtUnicode_KIND(object) BtUnicode_KIND_(BtObject_CAST_(object))

/// Say whether every character is below 0x80. Mirrors: PyUnicode_IS_ASCII.
BT_INLINE int BtUnicode_IS_ASCII_(BtObject *object)
    BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return BtASCIIObject_CAST_(object)->ascii;
}
#define BtUnicode_IS_ASCII(object) BtUnicode_IS_ASCII_(BtObject_CAST_(object))

/// Say whether the characters follow the object itself. Mirrors: PyUnicode_IS_COMPACT.
BT_INLINE int BtUnicode_IS_COMPACT_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return BtASCIIObject_CAST_(object)->data_offset != 0;
}
#define BtUnicode_IS_COMPACT(object) BtUnicode_IS_COMPACT_(BtObject_CAST_(object))
#define BtUnicode_IS_COMPACT_ASCII(object) (BtUnicode_IS_ASCII(object) && BtUnicode_IS_COMPACT(object))

/// Return the characters, good while a reference is held: pin the object before a block reads them (R2).
/// Mirrors: PyUnicode_DATA.
BT_INLINE void *BtUnicode_DATA_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    uint8_t offset_ = BtASCIIObject_CAST_(object)->data_offset;
    if (BT_LIKELY(offset_ != 0)) {
        return BT_CAST(char *, object) + offset_;
    }
    return BT_CAST(BtUnicodeObject *, object)->data;
}
#define BtUnicode_DATA(object) BtUnicode_DATA_(BtObject_CAST_(object))
#define BtUnicode_1BYTE_DATA(object) BT_STATIC_CAST(Bt_UCS1 *, BtUnicode_DATA(object))
#define BtUnicode_2BYTE_DATA(object) BT_STATIC_CAST(Bt_UCS2 *, BtUnicode_DATA(object))
#define BtUnicode_4BYTE_DATA(object) BT_STATIC_CAST(Bt_UCS4 *, BtUnicode_DATA(object))

/// Return the character at `index` of `data`, whose characters are `kind` bytes wide. Any state of the thread.
/// Mirrors: PyUnicode_READ.
BT_INLINE Bt_UCS4 BtUnicode_READ_(int kind, const void *data, Bt_ssize_t index)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    if (kind == BtUnicode_1BYTE_KIND) {
        return BT_STATIC_CAST(const Bt_UCS1 *, data)[index];
    }
    if (kind == BtUnicode_2BYTE_KIND) {
        return BT_STATIC_CAST(const Bt_UCS2 *, data)[index];
    }
    return BT_STATIC_CAST(const Bt_UCS4 *, data)[index];
}
#define BtUnicode_READ(kind, data, index) \
    BtUnicode_READ_(BT_STATIC_CAST(int, kind), BT_STATIC_CAST(const void *, data), (index))

/// Store the character `value` at `index` of `data`, whose characters are `kind` bytes wide. Any state of the thread.
/// Mirrors: PyUnicode_WRITE.
BT_INLINE void BtUnicode_WRITE_(int kind, void *data, Bt_ssize_t index, Bt_UCS4 value)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(distinct)
{
    if (kind == BtUnicode_1BYTE_KIND) {
        BT_STATIC_CAST(Bt_UCS1 *, data)[index] = BT_STATIC_CAST(Bt_UCS1, value);
    } else if (kind == BtUnicode_2BYTE_KIND) {
        BT_STATIC_CAST(Bt_UCS2 *, data)[index] = BT_STATIC_CAST(Bt_UCS2, value);
    } else {
        BT_STATIC_CAST(Bt_UCS4 *, data)[index] = value;
    }
}
#define BtUnicode_WRITE(kind, data, index, value) \
    BtUnicode_WRITE_(BT_STATIC_CAST(int, kind), BT_STATIC_CAST(void *, data), (index), BT_STATIC_CAST(Bt_UCS4, value))

/// Return the character at `index`, which is not checked. Mirrors: PyUnicode_READ_CHAR.
BT_INLINE Bt_UCS4 BtUnicode_READ_CHAR_(BtObject *object, Bt_ssize_t index) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return BtUnicode_READ_(BtUnicode_KIND_(object), BtUnicode_DATA_(object), index);
}
#define BtUnicode_READ_CHAR(object, index) BtUnicode_READ_CHAR_(BtObject_CAST_(object), (index))

/// Return a bound on the characters: 0x7F, 0xFF, 0xFFFF or 0x10FFFF, for BtUnicode_New. Mirrors:
/// PyUnicode_MAX_CHAR_VALUE.
BT_INLINE Bt_UCS4 BtUnicode_MAX_CHAR_VALUE_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    if (BtUnicode_IS_ASCII_(object)) {
        return 0x7F;
    }
    int kind_ = BtUnicode_KIND_(object);
    return kind_ == BtUnicode_1BYTE_KIND ? 0xFF : kind_ == BtUnicode_2BYTE_KIND ? 0xFFFF : 0x10FFFF;
}
#define BtUnicode_MAX_CHAR_VALUE(object) BtUnicode_MAX_CHAR_VALUE_(BtObject_CAST_(object))

/// Return 0: every str is ready. Mirrors: PyUnicode_READY.
#define BtUnicode_READY(object) ((void)(object), 0)
#define _BtUnicode_Ready(object) BtUnicode_READY(object)
#define BtUnicode_IS_READY(object) ((void)(object), 1)

// Making.

/// Make text of `length` characters, none above `maxchar`, to be filled before anybody else can reach it.
///
/// The characters have no value yet. The width follows from `maxchar`.
/// Errors:  NULL with SystemError (negative length, `maxchar` above 0x10FFFF) or MemoryError.
/// Mirrors: PyUnicode_New.
BT_API BtObject *BtUnicode_New(Bt_ssize_t length, Bt_UCS4 maxchar)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text from `length` characters of `kind` bytes each, stored as narrow as they allow.
///
/// Errors:  NULL with ValueError ("invalid kind", a character above 0x10FFFF, negative length) or MemoryError.
/// Mirrors: PyUnicode_FromKindAndData.
BT_API BtObject *BtUnicode_FromKindAndData(int kind, const void *data, Bt_ssize_t length)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text from `size` bytes of UTF-8.
///
/// Errors:  NULL with UnicodeDecodeError, SystemError (negative size, or no bytes for a positive one), MemoryError.
/// Mirrors: PyUnicode_FromStringAndSize.
BT_API BtObject *BtUnicode_FromStringAndSize(const char *utf8, Bt_ssize_t size)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text from UTF-8 that ends in a 0.
///
/// Errors:  NULL with UnicodeDecodeError, OverflowError or MemoryError.
/// Mirrors: PyUnicode_FromString.
BT_API BtObject *BtUnicode_FromString(const char *utf8) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text from an ASCII format and arguments, as printf does.
///
/// Conversions: %% %c (a code point) %d %i %u %x %X %o (with l, ll, j, z, t) %s (UTF-8) %p, and with objects, borrowed:
/// %U (str) %V (str or NULL, then UTF-8) %S (str()) %R (repr()) %A (ascii()) %T (name of its type) %N (name of a type).
/// Width, precision, `-` and `0`; precision counts bytes for %s and characters for the others. `%#T` gives
/// `module:name`. `%ls` and `%lV` take wchar_t.
/// Errors:  NULL with SystemError (unknown conversion) or what a conversion raises.
/// Mirrors: PyUnicode_FromFormat.
BT_API BtObject *BtUnicode_FromFormat(const char *format, ...) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);
BT_API BtObject *BtUnicode_FromFormatV(const char *format, va_list arguments)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Return `object` itself if it is exactly a str, and a str with its characters if its type derives from str.
///
/// Errors:  NULL with TypeError.
/// Mirrors: PyUnicode_FromObject.
BT_API BtObject *BtUnicode_FromObject(BtObject *object) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text of the one code point `ordinal`. Errors: NULL with ValueError. Mirrors: PyUnicode_FromOrdinal.
BT_API BtObject *BtUnicode_FromOrdinal(int ordinal) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Make text from `length` wide characters; a length of -1 means up to the ending 0. Mirrors: PyUnicode_FromWideChar.
BT_API BtObject *BtUnicode_FromWideChar(const wchar_t *text, Bt_ssize_t length)
    BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

// Reading.

/// Return the UTF-8 form, ended by a 0, which lives as long as `object`.
///
/// Ownership: the bytes belong to `object`.
/// Errors:    NULL with TypeError, UnicodeEncodeError (lone surrogates) or MemoryError.
/// Mirrors:   PyUnicode_AsUTF8.
BT_API const char *BtUnicode_AsUTF8(BtObject *object) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Like BtUnicode_AsUTF8; stores the number of bytes in `*size` if `size` is not NULL. Mirrors:
/// PyUnicode_AsUTF8AndSize.
BT_API const char *BtUnicode_AsUTF8AndSize(BtObject *object, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Return the number of characters. Errors: -1 with TypeError. Mirrors: PyUnicode_GetLength.
BT_API Bt_ssize_t BtUnicode_GetLength(BtObject *object) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Return the character at `index`. Errors: (Bt_UCS4)-1 with TypeError or IndexError. Mirrors: PyUnicode_ReadChar.
BT_API Bt_UCS4 BtUnicode_ReadChar(BtObject *object, Bt_ssize_t index) BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Copy the characters into `buffer` of `size` code points, with an ending 0 if `copy_null`.
///
/// Errors:  NULL with SystemError (too small) or TypeError.
/// Mirrors: PyUnicode_AsUCS4.
BT_API Bt_UCS4 *BtUnicode_AsUCS4(BtObject *object, Bt_UCS4 *buffer, Bt_ssize_t size, int copy_null)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Copy the characters and an ending 0 into fresh memory, to be freed with BtMem_Free. Mirrors: PyUnicode_AsUCS4Copy.
BT_API Bt_UCS4 *BtUnicode_AsUCS4Copy(BtObject *object) BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

/// Copy at most `size` wide characters into `buffer`, with an ending 0 if there is room, and return their number
/// without
/// it; with `buffer` NULL return the size needed, ending 0 included. Mirrors: PyUnicode_AsWideChar.
BT_API Bt_ssize_t BtUnicode_AsWideChar(BtObject *object, wchar_t *buffer, Bt_ssize_t size)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(atomic);

/// Copy into fresh wide characters, to be freed with BtMem_Free; stores their number in `*size`. With `size` NULL, text
/// that contains a 0 is a ValueError. Mirrors: PyUnicode_AsWideCharString.
BT_API wchar_t *BtUnicode_AsWideCharString(BtObject *object, Bt_ssize_t *size)
    BT_ATTACHED BT_ERR(NULL) BT_SAFETY(atomic);

// Filling text that nobody else can reach yet.

/// Store one character. Errors: -1 with IndexError, ValueError (too wide), TypeError. Mirrors: PyUnicode_WriteChar.
BT_API int BtUnicode_WriteChar(BtObject *object, Bt_ssize_t index, Bt_UCS4 character)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Copy at most `how_many` characters and return how many were.
///
/// Errors:  -1 with IndexError, SystemError (`to` is too narrow or shared), TypeError.
/// Mirrors: PyUnicode_CopyCharacters.
BT_API Bt_ssize_t BtUnicode_CopyCharacters(
    BtObject *to, Bt_ssize_t to_start, BtObject *from, Bt_ssize_t from_start, Bt_ssize_t how_many)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Store `character` at most `length` times from `start` on and return how often. Mirrors: PyUnicode_Fill.
BT_API Bt_ssize_t BtUnicode_Fill(BtObject *object, Bt_ssize_t start, Bt_ssize_t length, Bt_UCS4 character)
    BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

/// Make `*object` text of `length` characters with the same beginning; the object may move.
///
/// Errors:  -1 with SystemError (not a str, negative length) or MemoryError; `*object` stays.
/// Mirrors: PyUnicode_Resize.
BT_API int BtUnicode_Resize(BtObject **object, Bt_ssize_t length) BT_ATTACHED BT_ERR(-1) BT_SAFETY(distinct);

// Interning: equal names become one object, so that they compare by address. An interned str is immortal.

/// Replace `*object` by the interned str equal to it; what is not exactly a str is left alone. Mirrors:
/// PyUnicode_InternInPlace.
BT_API void BtUnicode_InternInPlace(BtObject **object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic);

/// Return the interned str made from UTF-8 that ends in a 0. Mirrors: PyUnicode_InternFromString.
BT_API BtObject *BtUnicode_InternFromString(const char *utf8) BT_ATTACHED BT_NEW_REF BT_ERR(NULL) BT_SAFETY(atomic);

/// Say whether `object` is interned. Mirrors: PyUnicode_CHECK_INTERNED.
BT_INLINE int BtUnicode_CHECK_INTERNED_(BtObject *object) BT_ATTACHED BT_ERR(none) BT_SAFETY(atomic)
{
    BT_TOUCH_(object)
    return (object->ob_flags & BT_FLAG_INTERNED) != 0;
}
#define BtUnicode_CHECK_INTERNED(object) BtUnicode_CHECK_INTERNED_(BtObject_CAST_(object))

BT_END_DECLS

#include "codecs.h"
#include "unicode_character.h"
#include "unicode_methods.h"
#include "unicode_writer.h"

#endif
