// Variadic front ends of argument parsing. In C because `@c` in Swift cannot take a va_list.
#include "baton/host.h"
#include "varargs_list.h"

int BtArg_ParseTuple(BtObject *args, const char *format, ...)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, format);
    int result = _bt_arg_parse_tuple(args, format, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int BtArg_VaParse(BtObject *args, const char *format, va_list addresses)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_copy(cursor.list, addresses);
    int result = _bt_arg_parse_tuple(args, format, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int BtArg_ParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format, char *const *keywords, ...)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, keywords);
    int result = _bt_arg_parse_keywords(args, kwargs, format, (const char *const *)keywords, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int BtArg_VaParseTupleAndKeywords(BtObject *args, BtObject *kwargs, const char *format, char *const *keywords,
                                  va_list addresses)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_copy(cursor.list, addresses);
    int result = _bt_arg_parse_keywords(args, kwargs, format, (const char *const *)keywords, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int BtArg_Parse(BtObject *argument, const char *format, ...)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, format);
    int result = _bt_arg_parse_one(argument, format, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int BtArg_UnpackTuple(BtObject *args, const char *name, Bt_ssize_t min, Bt_ssize_t max, ...)
{
    BtObject **items = _bt_arg_check_tuple(args, name, min, max);
    if (items == NULL) {
        return 0;
    }
    va_list addresses;
    va_start(addresses, max);
    Bt_ssize_t size = BtTuple_GET_SIZE(args);
    for (Bt_ssize_t i = 0; i < size; i++) {
        *va_arg(addresses, BtObject **) = items[i];
    }
    va_end(addresses);
    return 1;
}

int _BtArg_ParseStack(BtObject *const *args, Bt_ssize_t nargs, const char *format, ...)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, format);
    int result = _bt_arg_parse_stack(args, nargs, format, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int _BtArg_ParseStackAndKeywords(BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames, _BtArg_Parser *parser, ...)
{
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, parser);
    int result = _bt_arg_parse_parser(args, nargs, NULL, kwnames, parser, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

int _BtArg_ParseTupleAndKeywordsFast(BtObject *args, BtObject *kwargs, _BtArg_Parser *parser, ...)
{
    BtObject **items = _bt_arg_check_tuple(args, parser->fname, 0, BT_SSIZE_T_MAX);
    if (items == NULL) {
        return 0;
    }
    BtVarArgs_ cursor;
    BtArgFrame_ frame;
    _bt_arg_frame_init(&frame);
    va_start(cursor.list, parser);
    int result = _bt_arg_parse_parser(items, BtTuple_GET_SIZE(args), kwargs, NULL, parser, &cursor, &frame);
    va_end(cursor.list);
    return result;
}

// Guards the filling of all parsers, which each goes through once.
static BtMutex parser_mutex;

int _bt_arg_parser_begin(_BtArg_Parser *parser)
{
    if (__atomic_load_n(&parser->once, __ATOMIC_ACQUIRE)) {
        return 0;
    }
    BtMutex_Lock(&parser_mutex);
    if (__atomic_load_n(&parser->once, __ATOMIC_RELAXED)) {
        BtMutex_Unlock(&parser_mutex);
        return 0;
    }
    return 1;
}

void _bt_arg_parser_end(_BtArg_Parser *parser, int is_ready)
{
    __atomic_store_n(&parser->once, is_ready != 0, __ATOMIC_RELEASE);
    BtMutex_Unlock(&parser_mutex);
}
