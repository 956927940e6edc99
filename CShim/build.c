// Variadic front ends of building values and of calling. In C because `@c` in Swift cannot take a va_list.
#include "baton/host.h"
#include "varargs_list.h"

BtObject *Bt_BuildValue(const char *format, ...)
{
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    BtObject *result = _bt_build_value(format, &cursor);
    va_end(cursor.list);
    return result;
}

BtObject *Bt_VaBuildValue(const char *format, va_list values)
{
    BtVarArgs_ cursor;
    va_copy(cursor.list, values);
    BtObject *result = _bt_build_value(format, &cursor);
    va_end(cursor.list);
    return result;
}

BtObject *BtObject_CallFunction(BtObject *callable, const char *format, ...)
{
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    BtObject *result = _bt_call_format(callable, NULL, format, &cursor);
    va_end(cursor.list);
    return result;
}

BtObject *BtObject_CallMethod(BtObject *object, const char *name, const char *format, ...)
{
    if (object == NULL || name == NULL) {
        if (!BtErr_Occurred()) {
            BtErr_SetString(BtExc_SystemError, "null argument to internal routine");
        }
        return NULL;
    }
    BtVarArgs_ cursor;
    va_start(cursor.list, format);
    BtObject *result = _bt_call_format(object, name, format, &cursor);
    va_end(cursor.list);
    return result;
}

/// Collect objects up to a NULL behind the `first` ones of a stack, and call what `method` says.
static BtObject *call_objects(BtObject *callable, BtObject *method, va_list objects) BT_ATTACHED
{
    if (callable == NULL) {
        if (!BtErr_Occurred()) {
            BtErr_SetString(BtExc_SystemError, "null argument to internal routine");
        }
        return NULL;
    }
    size_t first = method != NULL ? 1 : 0;
    size_t count = first;
    va_list counting;
    va_copy(counting, objects);
    while (va_arg(counting, BtObject *) != NULL) {
        count++;
    }
    va_end(counting);

    // One slot in front is for the callee, which may put a `self` there (BT_VECTORCALL_ARGUMENTS_OFFSET).
    BtObject *few[9];
    BtObject **stack = few;
    if (count + 1 > sizeof few / sizeof few[0]) {
        stack = (BtObject **)BtMem_Malloc((count + 1) * sizeof *stack);
        if (stack == NULL) {
            return BtErr_NoMemory();
        }
    }
    BtObject **args = stack + 1;
    if (method != NULL) {
        args[0] = callable;
    }
    for (size_t i = first; i < count; i++) {
        args[i] = va_arg(objects, BtObject *);
    }
    size_t nargsf = count | BT_VECTORCALL_ARGUMENTS_OFFSET;
    BtObject *result = method != NULL ? BtObject_VectorcallMethod(method, args, nargsf, NULL)
                                      : BtObject_Vectorcall(callable, args, nargsf, NULL);
    if (stack != few) {
        BtMem_Free(stack);
    }
    return result;
}

BtObject *BtObject_CallFunctionObjArgs(BtObject *callable, ...)
{
    va_list objects;
    va_start(objects, callable);
    BtObject *result = call_objects(callable, NULL, objects);
    va_end(objects);
    return result;
}

BtObject *BtObject_CallMethodObjArgs(BtObject *object, BtObject *name, ...)
{
    if (name == NULL) {
        if (!BtErr_Occurred()) {
            BtErr_SetString(BtExc_SystemError, "null argument to internal routine");
        }
        return NULL;
    }
    va_list objects;
    va_start(objects, name);
    BtObject *result = call_objects(object, name, objects);
    va_end(objects);
    return result;
}

BtObject *BtTuple_Pack(Bt_ssize_t count, ...)
{
    BtObject *tuple = BtTuple_New(count);
    if (tuple == NULL) {
        return NULL;
    }
    va_list objects;
    va_start(objects, count);
    for (Bt_ssize_t i = 0; i < count; i++) {
        BtTuple_SET_ITEM(tuple, i, Bt_NewRef(va_arg(objects, BtObject *)));
    }
    va_end(objects);
    return tuple;
}
