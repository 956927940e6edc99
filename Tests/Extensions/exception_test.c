// What of errors, exceptions, modules and imports no other test extension uses. For ProtocolTests.swift.
#include "check.h"

#include <string.h>

static BtObject *unicode_error(BtObject *type, const char *format, ...) BT_ATTACHED;
static BtObject *unicode_error(BtObject *type, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    BtObject *args = Bt_VaBuildValue(format, values);
    va_end(values);
    BtObject *error = args == NULL ? NULL : BtObject_Call(type, args, NULL);
    Bt_XDECREF(args);
    return error;
}

static BtObject *unicode_errors(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *encode = unicode_error(BtExc_UnicodeEncodeError, "(ssiis)", "ascii", "a\xc3\xa9z", 1, 2, "why");
    BtObject *decode = unicode_error(BtExc_UnicodeDecodeError, "(syiis)", "utf-8", "abc", 1, 2, "how");
    BtObject *translate = unicode_error(BtExc_UnicodeTranslateError, "(siis)", "xyz", 0, 1, "what");
    CHECK(encode != NULL && decode != NULL && translate != NULL);
    Bt_ssize_t place = -1;
    CHECK(is_text(BtUnicodeEncodeError_GetEncoding(encode), "ascii") && is_text(BtUnicodeDecodeError_GetEncoding(decode), "utf-8"));
    CHECK(is_text(BtUnicodeEncodeError_GetObject(encode), "a\xc3\xa9z") && has_repr(BtUnicodeDecodeError_GetObject(decode), "b'abc'"));
    CHECK(is_text(BtUnicodeTranslateError_GetObject(translate), "xyz"));
    CHECK(BtUnicodeEncodeError_GetStart(encode, &place) == 0 && place == 1);
    CHECK(BtUnicodeTranslateError_GetStart(translate, &place) == 0 && place == 0);
    CHECK(BtUnicodeEncodeError_GetEnd(encode, &place) == 0 && place == 2);
    CHECK(BtUnicodeTranslateError_GetEnd(translate, &place) == 0 && place == 1);
    CHECK(BtUnicodeEncodeError_SetStart(encode, 99) == 0 && BtUnicodeEncodeError_GetStart(encode, &place) == 0 && place == 2);
    CHECK(BtUnicodeEncodeError_SetEnd(encode, 99) == 0 && BtUnicodeEncodeError_GetEnd(encode, &place) == 0 && place == 3);
    CHECK(BtUnicodeDecodeError_SetEnd(decode, 3) == 0 && BtUnicodeDecodeError_GetEnd(decode, &place) == 0 && place == 3);
    CHECK(BtUnicodeTranslateError_SetStart(translate, 1) == 0 && BtUnicodeTranslateError_SetEnd(translate, 2) == 0);
    CHECK(BtUnicodeTranslateError_GetStart(translate, &place) == 0 && place == 1);
    CHECK(BtUnicodeEncodeError_SetReason(encode, "new") == 0 && is_text(BtUnicodeEncodeError_GetReason(encode), "new"));
    CHECK(BtUnicodeTranslateError_SetReason(translate, "new") == 0);
    CHECK(is_text(BtUnicodeTranslateError_GetReason(translate), "new"));
    Bt_DECREF(encode);
    Bt_DECREF(decode);
    Bt_DECREF(translate);
    Bt_RETURN_NONE;
}

static BtObject *errors(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    _BtErr_BadInternalCall("file.c", 7);
    CHECK(failed_with(BtExc_SystemError, "file.c:7: bad argument to internal function"));
    // A place is given to the SyntaxError that is set.
    BtErr_SetString(BtExc_SyntaxError, "odd");
    BtErr_SyntaxLocation("there.py", 12);
    BtObject *raised = BtErr_GetRaisedException(), *file = BtUnicode_FromString("here.py");
    CHECK(has_repr(BtObject_GetAttrString(raised, "filename"), "'there.py'"));
    CHECK(has_repr(BtObject_GetAttrString(raised, "lineno"), "12"));
    BtErr_SetRaisedException(raised);
    BtErr_SyntaxLocationObject(file, 3, 4);
    raised = BtErr_GetRaisedException();
    CHECK(has_repr(BtObject_GetAttrString(raised, "filename"), "'here.py'") && has_repr(BtObject_GetAttrString(raised, "offset"), "4"));
    Bt_DECREF(raised);
    // What was set before becomes the context.
    BtObject *type, *value, *traceback;
    BtErr_SetString(BtExc_KeyError, "first");
    BtErr_Fetch(&type, &value, &traceback);
    BtErr_SetString(BtExc_ValueError, "second");
    _BtErr_ChainExceptions(type, value, traceback);
    raised = BtErr_GetRaisedException();
    CHECK(has_repr(BtException_GetContext(raised), "KeyError('first')"));
    // The handled exception, taken apart and set.
    BtErr_SetHandledException(raised);
    BtErr_GetExcInfo(&type, &value, &traceback);
    CHECK(value == raised && type == BtExc_ValueError);
    BtErr_SetHandledException(NULL);
    BtErr_SetExcInfo(type, value, traceback);
    BtObject *handled = BtErr_GetHandledException();
    CHECK(handled == raised);
    Bt_XDECREF(handled);
    BtErr_SetHandledException(NULL);
    BtObject *arguments = Bt_BuildValue("(i)", 3);
    BtException_SetArgs(raised, arguments);
    CHECK(has_repr(Bt_NewRef(raised), "ValueError(3)"));
    Bt_DECREF(arguments);
    Bt_DECREF(raised);
    Bt_DECREF(file);
    Bt_RETURN_NONE;
}

/// report(): writes to standard error, which the test reads.
static BtObject *report(BtObject *self, BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtErr_SetString(BtExc_KeyError, "shown");
    BtTraceBack_HERE();
    BtObject *raised = BtErr_GetRaisedException(), *traceback = BtException_GetTraceback(raised);
    BtErr_Display((BtObject *)Bt_TYPE(raised), raised, traceback);
    CHECK(BtTraceBack_Print(traceback, Bt_None) == 0 && BtTraceBack_Print(raised, Bt_None) == -1
          && failed_with(BtExc_SystemError, NULL));
    BtErr_SetRaisedException(raised);
    _BtErr_WriteUnraisableMsg("in a test", self);
    CHECK(!BtErr_Occurred());
    Bt_DECREF(traceback);
    BtObject *message = BtUnicode_FromString("take care"), *file = BtUnicode_FromString("some.py"), *registry = BtDict_New();
    CHECK(BtErr_WarnExplicitObject(BtExc_UserWarning, message, file, 5, NULL, registry) == 0);
    Bt_DECREF(message);
    Bt_DECREF(file);
    Bt_DECREF(registry);
    Bt_RETURN_NONE;
}

// --- modules and imports

static int made_value(BtObject *module) BT_ATTACHED { return BtModule_AddIntConstant(module, "value", 42); }

static BtModuleDef_Slot made_slots[] = { { Bt_mod_exec, (void *)made_value }, { 0, NULL } };
static BtModuleDef made_definition = { BtModuleDef_HEAD_INIT, .m_name = "made", .m_slots = made_slots };
static BtModuleDef single_definition = { BtModuleDef_HEAD_INIT, .m_name = "exception_test_single", .m_size = -1 };

static BtObject *modules(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(args)) BT_ATTACHED
{
    BtObject *name = BtUnicode_FromString("exception_test_made"), *attribute = BtUnicode_FromString("origin");
    BtObject *plain = BtModule_NewObject(name);
    CHECK(plain != NULL && strcmp(BtModule_GetName(plain), "exception_test_made") == 0 && _BtModule_GetState(plain) == NULL);
    CHECK(BtModule_SetDocString(plain, "what it is") == 0 && has_repr(BtObject_GetAttrString(plain, "__doc__"), "'what it is'"));
    CHECK(BtUnstable_Module_SetGIL(plain, Bt_MOD_GIL_NOT_USED) == 0);
    CHECK(BtModule_GetFilename(plain) == NULL && failed_with(BtExc_SystemError, "module filename missing"));
    CHECK(BtModule_AddStringConstant(plain, "__file__", "some.so") == 0 && strcmp(BtModule_GetFilename(plain), "some.so") == 0);
    // In two phases, from a spec: anything with a name and an origin.
    CHECK(BtModule_AddStringConstant(plain, "name", "made") == 0 && BtModule_AddStringConstant(plain, "origin", "here") == 0);
    BtObject *made = BtModule_FromDefAndSpec(&made_definition, plain);
    CHECK(made != NULL && !BtObject_HasAttrString(made, "value"));
    CHECK(BtModule_ExecDef(made, &made_definition) == 0 && has_repr(BtObject_GetAttrString(made, "value"), "42"));
    // By definition.
    BtObject *single = BtModule_Create(&single_definition);
    CHECK(single != NULL && BtState_AddModule(single, &single_definition) == 0 && BtState_FindModule(&single_definition) == single);
    CHECK(BtState_RemoveModule(&single_definition) == 0 && BtState_FindModule(&single_definition) == NULL);
    // By name.
    CHECK(_BtImport_SetModule(name, plain) == 0 && BtImport_AddModuleObject(name) == plain);
    CHECK(BtImport_AddModule("exception_test_made") == plain);
    BtObject *again = BtImport_ImportModuleNoBlock("exception_test_made");
    CHECK(again == plain);
    CHECK(has_repr(BtImport_ImportModuleAttrString("exception_test_made", "name"), "'made'"));
    CHECK(has_repr(BtImport_ImportModuleAttr(name, attribute), "'here'"));
    CHECK(BtImport_ImportModuleAttr(name, name) == NULL && failed_with(BtExc_AttributeError, NULL));
    CHECK(BtDict_DelItem(BtImport_GetModuleDict(), name) == 0);
    Bt_XDECREF(again);
    Bt_DECREF(single);
    Bt_DECREF(made);
    Bt_DECREF(plain);
    Bt_DECREF(name);
    Bt_DECREF(attribute);
    Bt_RETURN_NONE;
}

static BtMethodDef methods[] = {
    { "unicode_errors", unicode_errors, BT_METH_NOARGS, NULL }, { "errors", errors, BT_METH_NOARGS, NULL },
    { "report", report, BT_METH_NOARGS, NULL },                 { "modules", modules, BT_METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL },
};

static BtModuleDef_Slot slots[] = { { 0, NULL } };

static BtModuleDef module = {
    BtModuleDef_HEAD_INIT, .m_name = "exception_test", .m_size = 0, .m_methods = methods, .m_slots = slots };

BtMODINIT_FUNC BtInit_exception_test(void) { return BtModuleDef_Init(&module); }
