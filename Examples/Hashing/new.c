// new(name, data=b'', **kwargs). In Python it is a function of the script hashlib.py over two modules, which shows in its
// errors' words: `__hash_new` is that function.
#include "hashing.h"

#include <string.h>

/// What new was called with.
typedef struct {
    BtObject *name;  // borrowed, as `data`
    BtObject *data;  // NULL: not given
    BtObject *rest;  // owned: the keywords that go on to the algorithm; NULL: there are none
} NewArguments;

/// Take a keyword; -1 with an exception set.
static int take_keyword(NewArguments *a, BtObject *keyword, BtObject *value) BT_ATTACHED
{
    bool is_name = BtUnicode_EqualToUTF8(keyword, "name");
    if (!is_name && !BtUnicode_EqualToUTF8(keyword, "data")) {
        if (a->rest == NULL) {
            a->rest = BtDict_New();
        }
        return a->rest == NULL ? -1 : BtDict_SetItem(a->rest, keyword, value);
    }
    BtObject **target = is_name ? &a->name : &a->data;
    if (*target != NULL) {
        BtErr_Format(BtExc_TypeError, "__hash_new() got multiple values for argument '%U'", keyword);
        return -1;
    }
    *target = value;
    return 0;
}

static int take_arguments(NewArguments *a, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    a->name = nargs > 0 ? args[0] : NULL;
    a->data = nargs > 1 ? args[1] : NULL;
    Bt_ssize_t keywords = kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames);
    for (Bt_ssize_t i = 0; i < keywords; i++) {
        if (take_keyword(a, BtTuple_GET_ITEM(kwnames, i), args[nargs + i]) < 0) {
            return -1;
        }
    }
    if (nargs > 2) {
        BtErr_Format(BtExc_TypeError, "__hash_new() takes from 1 to 2 positional arguments but %zd were given", nargs);
        return -1;
    }
    if (a->name == NULL) {
        BtErr_SetString(BtExc_TypeError, "__hash_new() missing 1 required positional argument: 'name'");
        return -1;
    }
    return 0;
}

/// Read the keywords that OpenSSL's algorithms take. -1 with an exception set.
static int read_rest(BtObject *rest, int *used_for_security) BT_ATTACHED
{
    *used_for_security = 1;
    if (rest == NULL) {
        return 0;
    }
    if (BtDict_Size(rest) > 1) {
        BtErr_Format(BtExc_TypeError, "new() takes at most 3 arguments (%zd given)", BtDict_Size(rest) + 2);
        return -1;
    }
    BtObject *keyword, *value;
    Bt_ssize_t position = 0;
    if (!BtDict_Next(rest, &position, &keyword, &value)) {
        return 0;
    }
    if (BtUnicode_EqualToUTF8(keyword, "usedforsecurity")) {
        *used_for_security = BtObject_IsTrue(value);
        return *used_for_security < 0 ? -1 : 0;
    }
    if (BtUnicode_EqualToUTF8(keyword, "string")) {
        BtErr_SetString(BtExc_TypeError, "argument for new() given by name ('string') and position (2)");
    } else {
        BtErr_Format(BtExc_TypeError, "new() got an unexpected keyword argument '%U'", keyword);
    }
    return -1;
}

/// Make a hash object of one of OpenSSL's algorithms.
static BtObject *make_by_openssl(BtObject *module, BtObject *name, BtObject *data, BtObject *rest) BT_ATTACHED
{
    int used_for_security;
    if (read_rest(rest, &used_for_security) < 0) {
        return NULL;
    }
    Bt_ssize_t length = 0;
    const char *text = BtUnicode_Check(name) ? BtUnicode_AsUTF8AndSize(name, &length) : NULL;
    if (text == NULL || strlen(text) != (size_t)length) {
        BtErr_SetString(BtExc_TypeError, "name must be a string");
        return NULL;
    }
    return make_hash(module, text, data, used_for_security);
}

BtObject *make_by_name(BtObject *module, BtObject *name, BtObject *data, BtObject *rest) BT_ATTACHED
{
    // hashlib looks the name up in a set first.
    if (BtObject_Hash(name) == -1) {
        return NULL;
    }
    ModuleState *state = module_state(module);
    BtTypeObject *type = NULL;
    if (BtUnicode_Check(name)) {
        type = BtUnicode_EqualToUTF8(name, "blake2b")   ? state->blake2b_type
               : BtUnicode_EqualToUTF8(name, "blake2s") ? state->blake2s_type
                                                        : NULL;
    }
    if (type == NULL) {
        return make_by_openssl(module, name, data, rest);
    }
    return BtObject_VectorcallDict((BtObject *)type, &data, data == NULL ? 0 : 1, rest);
}

BtObject *hashlib_new(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    NewArguments a = {0};
    BtObject *hash = NULL;
    if (take_arguments(&a, args, nargs, kwnames) == 0) {
        hash = make_by_name(module, a.name, a.data, a.rest);
    }
    Bt_XDECREF(a.rest);
    return hash;
}
