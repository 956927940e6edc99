/// @file unicode_character.h
/// Properties of one code point, and surrogates. They touch no object, so the thread may be in any state.
#ifndef BATON_UNICODE_CHARACTER_H
#define BATON_UNICODE_CHARACTER_H

#include "config.h"
#include "annotations.h"

BT_BEGIN_DECLS

// Each says whether the code point has the property, as the str method of that name sees it. Mirrors: _PyUnicode_Is….
BT_API int _BtUnicode_IsLowercase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsUppercase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsTitlecase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsWhitespace(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsLinebreak(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsDecimalDigit(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsDigit(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsNumeric(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsAlpha(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_IsPrintable(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Return the code point that the given one maps to, or itself. Mirrors: _PyUnicode_ToLowercase and its like.
BT_API Bt_UCS4 _BtUnicode_ToLowercase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API Bt_UCS4 _BtUnicode_ToUppercase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API Bt_UCS4 _BtUnicode_ToTitlecase(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

/// Return the value of a digit; -1 (-1.0) if it has none. Mirrors: _PyUnicode_ToDecimalDigit and its like.
BT_API int _BtUnicode_ToDecimalDigit(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API int _BtUnicode_ToDigit(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);
BT_API double _BtUnicode_ToNumeric(Bt_UCS4 character) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic);

#define Bt_UNICODE_ISSPACE(character) _BtUnicode_IsWhitespace(character)
#define Bt_UNICODE_ISLOWER(character) _BtUnicode_IsLowercase(character)
#define Bt_UNICODE_ISUPPER(character) _BtUnicode_IsUppercase(character)
#define Bt_UNICODE_ISTITLE(character) _BtUnicode_IsTitlecase(character)
#define Bt_UNICODE_ISLINEBREAK(character) _BtUnicode_IsLinebreak(character)
#define Bt_UNICODE_ISDECIMAL(character) _BtUnicode_IsDecimalDigit(character)
#define Bt_UNICODE_ISDIGIT(character) _BtUnicode_IsDigit(character)
#define Bt_UNICODE_ISNUMERIC(character) _BtUnicode_IsNumeric(character)
#define Bt_UNICODE_ISPRINTABLE(character) _BtUnicode_IsPrintable(character)
#define Bt_UNICODE_ISALPHA(character) _BtUnicode_IsAlpha(character)
#define Bt_UNICODE_ISALNUM(character)                                                  \
    (Bt_UNICODE_ISALPHA(character) || Bt_UNICODE_ISDECIMAL(character) ||               \
     Bt_UNICODE_ISDIGIT(character) || Bt_UNICODE_ISNUMERIC(character))
#define Bt_UNICODE_TOLOWER(character) _BtUnicode_ToLowercase(character)
#define Bt_UNICODE_TOUPPER(character) _BtUnicode_ToUppercase(character)
#define Bt_UNICODE_TOTITLE(character) _BtUnicode_ToTitlecase(character)
#define Bt_UNICODE_TODECIMAL(character) _BtUnicode_ToDecimalDigit(character)
#define Bt_UNICODE_TODIGIT(character) _BtUnicode_ToDigit(character)
#define Bt_UNICODE_TONUMERIC(character) _BtUnicode_ToNumeric(character)

// Surrogates (UTF-16).
BT_INLINE int Bt_UNICODE_IS_SURROGATE(Bt_UCS4 character)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0xD800 <= character && character <= 0xDFFF;
}
BT_INLINE int Bt_UNICODE_IS_HIGH_SURROGATE(Bt_UCS4 character)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0xD800 <= character && character <= 0xDBFF;
}
BT_INLINE int Bt_UNICODE_IS_LOW_SURROGATE(Bt_UCS4 character)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0xDC00 <= character && character <= 0xDFFF;
}
BT_INLINE Bt_UCS4 Bt_UNICODE_JOIN_SURROGATES(Bt_UCS4 high, Bt_UCS4 low) BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0x10000 + (((high & 0x03FF) << 10) | (low & 0x03FF));
}
BT_INLINE Bt_UCS4 Bt_UNICODE_HIGH_SURROGATE(Bt_UCS4 character)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0xD800 - (0x10000 >> 10) + (character >> 10);
}
BT_INLINE Bt_UCS4 Bt_UNICODE_LOW_SURROGATE(Bt_UCS4 character)
    BT_ANY_STATE BT_ERR(none) BT_SAFETY(atomic)
{
    return 0xDC00 + (character & 0x3FF);
}

#define Bt_UNICODE_REPLACEMENT_CHARACTER BT_STATIC_CAST(Bt_UCS4, 0xFFFD)

BT_END_DECLS

#endif
