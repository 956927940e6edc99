// file_digest: hash what a file object gives, part by part. Reading and hashing each put the lock down on their own.
#include "hashing.h"

#define FILE_PART (256 * 1024)

/// Make the hash object: `digest` is the name of an algorithm, or what makes one when it is called.
static BtObject *make_digest(BtObject *module, BtObject *digest) BT_ATTACHED
{
    if (!BtUnicode_Check(digest)) {
        return BtObject_CallNoArgs(digest);
    }
    return make_by_name(module, digest, NULL, NULL);
}

static int update(BtObject *hash, BtObject *data) BT_ATTACHED
{
    BtObject *result = data == NULL ? NULL : BtObject_CallMethod(hash, "update", "(O)", data);
    Bt_XDECREF(result);
    return result == NULL ? -1 : 0;
}

/// Whether the file gives bytes: 1, 0, or -1 with an exception set.
static int is_readable(BtObject *file) BT_ATTACHED
{
    int has_readinto = BtObject_HasAttrStringWithError(file, "readinto");
    if (has_readinto <= 0) {
        return has_readinto;
    }
    BtObject *readable;
    if (BtObject_GetOptionalAttrString(file, "readable", &readable) <= 0) {
        return BtErr_Occurred() ? -1 : 0;
    }
    BtObject *answer = BtObject_CallNoArgs(readable);
    Bt_DECREF(readable);
    int is_true = answer == NULL ? -1 : BtObject_IsTrue(answer);
    Bt_XDECREF(answer);
    return is_true;
}

/// Read the next part into `buffer` and hash it: 1, 0 at the end, or -1 with an exception set.
static int read_part(BtObject *file, BtObject *buffer, BtObject *view, BtObject *hash) BT_ATTACHED
{
    BtObject *count = BtObject_CallMethod(file, "readinto", "(O)", buffer);
    if (count == NULL) {
        return -1;
    }
    if (count == Bt_None) {
        Bt_DECREF(count);
        BtErr_SetString(BtExc_BlockingIOError, "I/O operation would block.");
        return -1;
    }
    Bt_ssize_t size = BtNumber_AsSsize_t(count, BtExc_OverflowError);
    Bt_DECREF(count);
    if (size == -1 && BtErr_Occurred()) {
        return -1;
    }
    if (size == 0) {
        return 0;
    }
    BtObject *part = BtSequence_GetSlice(view, 0, size);
    int status = update(hash, part);
    Bt_XDECREF(part);
    return status < 0 ? -1 : 1;
}

/// Read and hash the whole file through a bytearray of `part_size`, of FILE_PART bytes if that is NULL.
static int read_all(BtObject *file, BtObject *part_size, BtObject *hash) BT_ATTACHED
{
    BtObject *buffer = part_size == NULL ? BtByteArray_FromStringAndSize(NULL, FILE_PART)
                                         : BtObject_CallOneArg((BtObject *)&BtByteArray_Type, part_size);
    BtObject *view = buffer == NULL ? NULL : BtMemoryView_FromObject(buffer);
    int status = view == NULL ? -1 : 1;
    while (status > 0) {
        status = read_part(file, buffer, view, hash);
    }
    Bt_XDECREF(view);
    Bt_XDECREF(buffer);
    return status;
}

static int hash_file(BtObject *file, BtObject *part_size, BtObject *hash) BT_ATTACHED
{
    // A file in memory gives its contents without a copy.
    BtObject *get_buffer;
    if (BtObject_GetOptionalAttrString(file, "getbuffer", &get_buffer) < 0) {
        return -1;
    }
    if (get_buffer != NULL) {
        BtObject *contents = BtObject_CallNoArgs(get_buffer);
        Bt_DECREF(get_buffer);
        int status = update(hash, contents);
        Bt_XDECREF(contents);
        return status;
    }
    int readable = is_readable(file);
    if (readable == 0) {
        BtErr_Format(BtExc_ValueError, "'%R' is not a file-like object in binary reading mode.", file);
    }
    return readable <= 0 ? -1 : read_all(file, part_size, hash);
}

/// Read the arguments, with the words of the function of Python's script. -1 with an exception set.
static int take_arguments(BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames, BtObject **part_size) BT_ATTACHED
{
    *part_size = NULL;
    Bt_ssize_t keywords = kwnames == NULL ? 0 : BtTuple_GET_SIZE(kwnames);
    for (Bt_ssize_t i = 0; i < keywords; i++) {
        BtObject *keyword = BtTuple_GET_ITEM(kwnames, i);
        if (BtUnicode_EqualToUTF8(keyword, "_bufsize")) {
            *part_size = args[nargs + i];
        } else if (BtUnicode_EqualToUTF8(keyword, "fileobj") || BtUnicode_EqualToUTF8(keyword, "digest")) {
            BtErr_Format(BtExc_TypeError,
                         "file_digest() got some positional-only arguments passed as keyword arguments: '%U'", keyword);
            return -1;
        } else {
            BtErr_Format(BtExc_TypeError, "file_digest() got an unexpected keyword argument '%U'", keyword);
            return -1;
        }
    }
    if (nargs > 2 && *part_size != NULL) {
        BtErr_Format(BtExc_TypeError,
                     "file_digest() takes 2 positional arguments but %zd positional arguments (and 1 keyword-only "
                     "argument) were given", nargs);
    } else if (nargs > 2) {
        BtErr_Format(BtExc_TypeError, "file_digest() takes 2 positional arguments but %zd were given", nargs);
    } else if (nargs == 1) {
        BtErr_SetString(BtExc_TypeError, "file_digest() missing 1 required positional argument: 'digest'");
    } else if (nargs == 0) {
        BtErr_SetString(BtExc_TypeError,
                        "file_digest() missing 2 required positional arguments: 'fileobj' and 'digest'");
    }
    return nargs == 2 ? 0 : -1;
}

BtObject *hashlib_file_digest(BtObject *module, BtObject *const *args, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED
{
    BtObject *part_size;
    if (take_arguments(args, nargs, kwnames, &part_size) < 0) {
        return NULL;
    }
    BtObject *hash = make_digest(module, args[1]);
    if (hash != NULL && hash_file(args[0], part_size, hash) < 0) {
        Bt_CLEAR(hash);
    }
    return hash;
}
