// Raising with a format, and the shelf of spare MemoryErrors. In C because `@c` in Swift cannot take variable arguments, and
// because Swift cannot name an atomic exchange on plain memory.
#include <stdarg.h>

#include "baton/host.h"

BtObject *BtErr_FormatV(BtObject *exception, const char *format, va_list arguments)
{
    BtErr_Clear();
    BtObject *text = BtUnicode_FromFormatV(format, arguments);
    if (text != NULL) {
        BtErr_SetObject(exception, text);
        Bt_DECREF(text);
    }
    return NULL;
}

BtObject *BtErr_Format(BtObject *exception, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    BtErr_FormatV(exception, format, arguments);
    va_end(arguments);
    return NULL;
}

BtObject *_BtErr_FormatFromCause(BtObject *exception, const char *format, ...)
{
    BtObject *cause = BtErr_GetRaisedException();
    va_list arguments;
    va_start(arguments, format);
    BtErr_FormatV(exception, format, arguments);
    va_end(arguments);
    if (cause != NULL) {
        BtObject *raised = BtErr_GetRaisedException();
        BtException_SetCause(raised, Bt_NewRef(cause));
        BtException_SetContext(raised, cause);
        BtErr_SetRaisedException(raised);
    }
    return NULL;
}

void BtErr_FormatUnraisable(const char *format, ...)
{
    BtObject *raised = BtErr_GetRaisedException();
    BtObject *text = NULL;
    if (format != NULL) {
        va_list arguments;
        va_start(arguments, format);
        text = BtUnicode_FromFormatV(format, arguments);
        va_end(arguments);
        if (text == NULL) {
            BtErr_Clear();
        }
    }
    BtErr_SetRaisedException(raised);
    _bt_write_unraisable(text, NULL);
    Bt_XDECREF(text);
}

static int warn_v(BtObject *category, Bt_ssize_t level, BtObject *source, const char *format, va_list list) BT_ATTACHED;
static int warn_v(BtObject *category, Bt_ssize_t level, BtObject *source, const char *format, va_list list)
{
    BtObject *text = BtUnicode_FromFormatV(format, list);
    if (text == NULL) {
        return -1;
    }
    int status = _bt_warn(category, text, level, source);
    Bt_DECREF(text);
    return status;
}

int BtErr_WarnFormat(BtObject *category, Bt_ssize_t stack_level, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int status = warn_v(category, stack_level, NULL, format, arguments);
    va_end(arguments);
    return status;
}

int BtErr_ResourceWarning(BtObject *source, Bt_ssize_t stack_level, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int status = warn_v(BtExc_ResourceWarning, stack_level, source, format, arguments);
    va_end(arguments);
    return status;
}

int BtErr_WarnExplicitFormat(
    BtObject *category, const char *filename, int line, const char *module, BtObject *registry, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    BtObject *text = BtUnicode_FromFormatV(format, arguments);
    va_end(arguments);
    if (text == NULL) {
        return -1;
    }
    const char *utf8 = BtUnicode_AsUTF8(text);
    int status = utf8 == NULL ? -1 : BtErr_WarnExplicit(category, utf8, filename, line, module, registry);
    Bt_DECREF(text);
    return status;
}

// Guard: each place is exchanged atomically.
static BtObject *spare_memory_errors[BT_SPARE_MEMORY_ERRORS];

BtObject *_bt_memory_error_last;

BtObject *_bt_memory_error_take(void)
{
    for (int place = 0; place < BT_SPARE_MEMORY_ERRORS; place++) {
        BtObject *spare = __atomic_exchange_n(&spare_memory_errors[place], NULL, __ATOMIC_ACQUIRE);
        if (spare != NULL) {
            return spare;
        }
    }
    return NULL;
}

int _bt_memory_error_give(BtObject *object)
{
    for (int place = 0; place < BT_SPARE_MEMORY_ERRORS; place++) {
        BtObject *empty = NULL;
        if (__atomic_compare_exchange_n(
                &spare_memory_errors[place], &empty, object, 0, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {
            return 1;
        }
    }
    return 0;
}
