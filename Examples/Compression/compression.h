/// @file compression.h
/// What the files of this extension share.
///
/// Two layers. The native one (output.c, stream.c) works on bytes in raw memory: it touches no object and runs detached.
/// The other (module.c, oneshot.c, compressor.c, decompressor.c, checksum.c) is the API's: it pins what the native
/// layer will read, takes the stream's mutex, puts the lock down, and turns the outcome into objects afterwards.
#ifndef COMPRESSION_H
#define COMPRESSION_H

#include <baton.h>
#include <stdbool.h>
#include <zlib.h>

/// Below this many bytes of input a step of a stream costs about as much as a switch of threads: the lock is kept (R7).
/// The measurement is in the README.
#define STREAM_RELEASE_MIN 512
/// The same for the checksums, which are an order of magnitude faster.
#define CHECKSUM_RELEASE_MIN (8 * 1024)
/// The same for copying a result into its bytes object, whose pages are touched for the first time.
#define COPY_RELEASE_MIN (64 * 1024)

#define DEF_BUF_SIZE (16 * 1024)
#if MAX_MEM_LEVEL >= 8
#  define DEF_MEM_LEVEL 8
#else
#  define DEF_MEM_LEVEL MAX_MEM_LEVEL
#endif

// --- output.c: a result that grows in raw memory

typedef struct OutputBlock OutputBlock;

/// A chain of blocks. A block never moves, so growing copies nothing.
typedef struct {
    OutputBlock *first;
    OutputBlock *last;
    size_t capacity;    ///< of all blocks, in bytes
    size_t length;      ///< of the result, in bytes; set by output_end
    size_t limit;       ///< no more than this many bytes; 0 for no limit
    size_t first_size;  ///< of the first block, in bytes; 0 for the usual growth
} Output;

/// Give the stream, whose output is full, more room. Returns 1, 0 at the limit, or -1 without memory.
int output_extend(Output *output, z_stream *z) BT_ANY_STATE;
/// Note how much of the room the stream has used.
void output_end(Output *output, const z_stream *z) BT_ANY_STATE;
/// Free the blocks.
void output_free(Output *output) BT_ANY_STATE;
/// Free the blocks and return their contents as a new bytes object; NULL with MemoryError set.
BtObject *output_take_bytes(Output *output) BT_ATTACHED;

// --- stream.c: zlib's streams without objects

/// What a native step came to; carried out of the block, and made an exception only when attached again (R9).
typedef struct {
    int status;           ///< zlib's code; Z_MEM_ERROR also if the output could not grow
    const char *message;  ///< zlib's static text or NULL
    bool no_memory;       ///< memory of our own ran out
    bool bad_dictionary;  ///< the code is inflateSetDictionary's
} Outcome;

/// Bytes in raw memory.
typedef struct {
    unsigned char *bytes;
    size_t size;
} Memory;

/// A zlib stream and what it left over.
typedef struct {
    BtMutex mutex;      ///< guards all that follows (R8): the stream is worked on while its thread is detached
    bool initialised;   ///< between …Init and …End
    bool eof;           ///< the end of the compressed data has been seen
    z_stream z;
    Memory unused;      ///< input after the end of the compressed data
    Memory unconsumed;  ///< input that the limit of the output left over
    Memory dictionary;  ///< a copy of zdict
} Stream;

/// Make the stream use an allocator that works detached.
void stream_use_raw_memory(z_stream *z) BT_ANY_STATE;
/// Compress all of `data` into `output`.
Outcome stream_deflate(z_stream *z, const unsigned char *data, size_t size, int flush, Output *output) BT_ANY_STATE;
/// Decompress `data` into `output` until its end, the stream's end or the output's limit; what is left stays in `unused`
/// and `unconsumed`. With `finish` the last inflate is told that no more input follows.
Outcome stream_inflate(Stream *stream, const unsigned char *data, size_t size, bool finish, Output *output) BT_ANY_STATE;
/// Hand the stream its dictionary.
Outcome stream_set_inflate_dictionary(Stream *stream) BT_ANY_STATE;
/// Fill `copy`, whose fields are zero, with a copy of everything but zlib's own state. False without memory.
bool stream_copy_leftovers(const Stream *stream, Stream *copy) BT_ANY_STATE;
/// Give up all memory but zlib's own.
void stream_free_leftovers(Stream *stream) BT_ANY_STATE;
/// Replace `memory` by a copy of `size` bytes; `bytes` may lie inside it. False without memory, `memory` unchanged.
bool memory_assign(Memory *memory, const void *bytes, size_t size) BT_ANY_STATE;

// --- module.c

typedef struct {
    BtObject *error;  ///< zlib.error
    BtTypeObject *compressor_type;
    BtTypeObject *decompressor_type;
} ModuleState;

/// A Compress or Decompress object.
typedef struct {
    BtObject_HEAD
    Stream stream;
} StreamObject;

extern BtType_Spec compressor_spec;
extern BtType_Spec decompressor_spec;

BT_INLINE ModuleState *module_state(BtObject *module) BT_ATTACHED
{
    return (ModuleState *)BtModule_GetState(module);
}

BT_INLINE ModuleState *type_state(BtTypeObject *type) BT_ATTACHED
{
    return (ModuleState *)BtType_GetModuleState(type);
}

/// Convert an argument of O& to an int; 0 with an exception set.
int convert_int(BtObject *argument, void *number) BT_ATTACHED;
/// Set the exception that tells of `outcome`, and return NULL. `doing` is "while …".
BtObject *raise_outcome(ModuleState *state, Outcome outcome, const char *doing) BT_ATTACHED;

// --- stream_object.c

/// Make a stream object whose stream is all zero; NULL with MemoryError set.
StreamObject *stream_object_new(BtTypeObject *type) BT_ATTACHED;
/// Make a copy by deflateCopy or inflateCopy; NULL with an exception set. `kind` names the object in a message.
BtObject *stream_object_copy(BtObject *object, int (*copy_stream)(z_stream *, z_stream *), const char *kind) BT_ATTACHED;
/// Check that a method is called with one positional argument, or with none: -1 with Python's words set.
int check_one_argument(const char *method, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED;
int check_no_argument(const char *method, Bt_ssize_t nargs, BtObject *kwnames) BT_ATTACHED;
/// Free the object, its stream by deflateEnd or inflateEnd.
void stream_object_dealloc(BtObject *object, int (*end_stream)(z_stream *)) BT_ATTACHED;

// --- oneshot.c, compressor.c, decompressor.c, checksum.c: the functions of the module

BtObject *zlib_compress(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;
BtObject *zlib_decompress(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;
BtObject *zlib_compressobj(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;
BtObject *zlib_decompressobj(BtObject *module, BtObject *args, BtObject *kwargs) BT_ATTACHED;
BtObject *zlib_crc32(BtObject *module, BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED;
BtObject *zlib_adler32(BtObject *module, BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED;

#endif
