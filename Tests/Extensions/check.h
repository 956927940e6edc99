// What C test extensions check with: a condition that does not hold raises AssertionError with its line.
#ifndef CHECK_H
#define CHECK_H

#include <baton.h>

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            BtObject *raised_ = BtErr_GetRaisedException();                                        \
            BtErr_Format(BtExc_AssertionError, "line %d: %s (%S)", __LINE__, #condition,           \
                         raised_ ? raised_ : Bt_None);                                             \
            Bt_XDECREF(raised_);                                                                   \
            return NULL;                                                                           \
        }                                                                                          \
    } while (0)

/// The call failed with this exception and text; NULL as text means any.
static inline int failed_with(BtObject *type, const char *text) BT_ATTACHED
{
    if (!BtErr_ExceptionMatches(type)) {
        return 0;
    }
    BtObject *raised = BtErr_GetRaisedException();
    BtObject *message = BtObject_Str(raised);
    int same = message != NULL && (text == NULL || BtUnicode_EqualToUTF8(message, text));
    if (!same && message != NULL) {
        BtErr_SetObject(BtExc_AssertionError, message);
    }
    Bt_XDECREF(message);
    Bt_DECREF(raised);
    return same;
}

/// The text is these UTF-8 bytes; drops it.
static inline int is_text(BtObject *text, const char *expected) BT_ATTACHED
{
    if (text == NULL) {
        return 0;
    }
    int same = BtUnicode_CheckExact(text) && BtUnicode_EqualToUTF8(text, expected);
    if (!same) {
        BtErr_SetObject(BtExc_AssertionError, text);
    }
    Bt_DECREF(text);
    return same;
}

/// The repr of the object is this; drops it.
static inline int has_repr(BtObject *object, const char *expected) BT_ATTACHED
{
    if (object == NULL) {
        return 0;
    }
    BtObject *repr = BtObject_ASCII(object);
    Bt_DECREF(object);
    return is_text(repr, expected);
}

#endif
