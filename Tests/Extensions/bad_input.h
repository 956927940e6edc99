// What the calls that Tools/bad_input.py writes share: the objects they are made with, and the check of R9. For
// BadInputTests.swift.
#ifndef BAD_INPUT_H
#define BAD_INPUT_H

#include <baton.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BT_OCCURRED (BtErr_Occurred() != NULL)

typedef struct {
    const char *name;
    void (*call)(BtObject **objects, long number, const char *what);
    int objects;      ///< how many it takes
    int has_numbers;
    int allows_null;  ///< NULL is an error, and not the end of the process
} Function;

extern const Function functions[];

static BtObject *complaints;

/// The function has returned: an exception is set if and only if it returned its error value.
static void check(const char *what, int has_failed, int is_set)
{
    if (has_failed == is_set) {
        BtErr_Clear();
        return;
    }
    BtObject *raised = BtErr_GetRaisedException();
    BtObject *message = raised == NULL ? BtUnicode_FromFormat("%s fails without an exception", what)
                                       : BtUnicode_FromFormat("%s succeeds with %R", what, raised);
    Bt_XDECREF(raised);
    if (message == NULL || BtList_Append(complaints, message) < 0) {
        BtErr_Clear();
    }
    Bt_XDECREF(message);
}

#define KINDS 17
static const char *const kind_names[KINDS + 1] = {
    "None",  "int",  "huge int", "float",      "str",  "bytes",     "bytearray", "list", "tuple",
    "dict",  "set",  "type",     "memoryview", "iter", "exception", "slice",     "object()", "NULL",
};

static BtObject *make_iterator(void)
{
    BtObject *tuple = Bt_BuildValue("(ii)", 1, 2);
    BtObject *iterator = BtObject_GetIter(tuple);
    Bt_DECREF(tuple);
    return iterator;
}

/// A fresh object of a kind.
static BtObject *make(int kind)
{
    switch (kind) {
    case 0: return Bt_NewRef(Bt_None);
    case 1: return BtLong_FromLong(7);
    case 2: return BtLong_FromString("-1000000000000000000000000000000", NULL, 10);
    case 3: return BtFloat_FromDouble(1.5);
    case 4: return BtUnicode_FromString("text");
    case 5: return BtBytes_FromString("bytes");
    case 6: return BtByteArray_FromStringAndSize("array", 5);
    case 7: return Bt_BuildValue("[is]", 1, "two");
    case 8: return Bt_BuildValue("(is)", 1, "two");
    case 9: return Bt_BuildValue("{si}", "key", 1);
    case 10: return BtSet_New(NULL);
    case 11: return Bt_NewRef((BtObject *)&BtLong_Type);
    case 12: return BtObject_CallFunction((BtObject *)&BtMemoryView_Type, "y", "view");
    case 13: return make_iterator();
    case 14: return BtObject_CallFunction(BtExc_ValueError, "s", "text");
    case 15: return BtSlice_New(NULL, NULL, NULL);
    case 16: return BtObject_CallNoArgs((BtObject *)&BtBaseObject_Type);
    default: return NULL;
    }
}

static const long numbers[] = {0, -1, 1, 3, LONG_MAX, LONG_MIN};

static char current[160];  ///< the call that is being made

/// Say what ended the process.
static void report(int signal_number)
{
    ssize_t written = write(STDERR_FILENO, current, strlen(current));
    (void)written;
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void call_with(const Function *function, const int *kinds)
{
    int numbers_count = function->has_numbers ? (int)(sizeof numbers / sizeof *numbers) : 1;
    for (int n = 0; n < numbers_count; n++) {
        BtObject *objects[4] = {NULL};
        int length = snprintf(current, sizeof current, "%s(", function->name);
        for (int i = 0; i < function->objects; i++) {
            objects[i] = make(kinds[i]);
            length += snprintf(current + length, sizeof current - (size_t)length, "%s%s", i ? ", " : "", kind_names[kinds[i]]);
        }
        if (function->has_numbers) {
            length += snprintf(current + length, sizeof current - (size_t)length, "; %ld", numbers[n]);
        }
        snprintf(current + length, sizeof current - (size_t)length, ")");
        function->call(objects, numbers[n], current);
        for (int i = 0; i < function->objects; i++) {
            Bt_XDECREF(objects[i]);
        }
    }
}

/// Whether a call would take for ever: a power of a huge number.
static int is_endless(const Function *function, const int *kinds)
{
    if (strstr(function->name, "Power") == NULL && strstr(function->name, "shift") == NULL) {
        return 0;
    }
    for (int i = 0; i < function->objects; i++) {
        if (kinds[i] == 2) {
            return 1;
        }
    }
    return 0;
}

/// call_all(first): call the functions from that one on; a list of complaints.
static BtObject *call_all(BtObject *self, BtObject *argument) BT_ATTACHED;
static BtObject *call_all(BtObject *BT_UNUSED(self), BtObject *argument)
{
    signal(SIGSEGV, report);
    signal(SIGILL, report);
    signal(SIGTRAP, report);
    signal(SIGABRT, report);
    long first = BtLong_AsLong(argument);
    complaints = BtList_New(0);
    if (complaints == NULL || first < 0) {
        return NULL;
    }
    for (const Function *function = functions + first; function->name != NULL; function++) {
        int kinds_count = KINDS + function->allows_null, kinds[4] = {0};
        if (function->objects <= 2) {
            for (kinds[0] = 0; kinds[0] < kinds_count; kinds[0]++) {
                for (kinds[1] = 0; kinds[1] < (function->objects == 2 ? kinds_count : 1); kinds[1]++) {
                    if (!is_endless(function, kinds)) {
                        call_with(function, kinds);
                    }
                }
            }
            continue;
        }
        // One differs from the others, for each of them.
        for (int base = 0; base < kinds_count; base++) {
            for (int place = 0; place < function->objects; place++) {
                for (int other = 0; other < kinds_count; other++) {
                    for (int i = 0; i < function->objects; i++) {
                        kinds[i] = i == place ? other : base;
                    }
                    if (!is_endless(function, kinds)) {
                        call_with(function, kinds);
                    }
                }
            }
        }
    }
    return complaints;
}

/// count(): how many functions are covered.
static BtObject *count(BtObject *self, BtObject *args) BT_ATTACHED;
static BtObject *count(BtObject *BT_UNUSED(self), BtObject *BT_UNUSED(args))
{
    long count = 0;
    while (functions[count].name != NULL) {
        count++;
    }
    return BtLong_FromLong(count);
}

/// index(name): where a function stands.
static BtObject *index_of(BtObject *self, BtObject *name) BT_ATTACHED;
static BtObject *index_of(BtObject *BT_UNUSED(self), BtObject *name)
{
    for (long i = 0; functions[i].name != NULL; i++) {
        if (BtUnicode_EqualToUTF8(name, functions[i].name)) {
            return BtLong_FromLong(i);
        }
    }
    return BtLong_FromLong(-1);
}

static BtMethodDef methods[] = {
    {"call_all", call_all, BT_METH_O, NULL},
    {"count", count, BT_METH_NOARGS, NULL},
    {"index", index_of, BT_METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "bad_input_test", .m_size = 0, .m_methods = methods};

BtMODINIT_FUNC BtInit_bad_input_test(void) { return BtModuleDef_Init(&module); }

#endif
