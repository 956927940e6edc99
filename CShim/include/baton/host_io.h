/// @file host_io.h
/// The objects of the module io; a part of host.h.
#ifndef BATON_HOST_IO_H
#define BATON_HOST_IO_H

#include "../baton.h"

BT_BEGIN_DECLS

/// What every stream begins with.
#define BT_STREAM_HEAD_          \
    BtObject ob_base;            \
    BtObject *dict BT_GUARDED;   \
    BtObject *weakrefs BT_GUARDED;

typedef struct BtStreamObject_ {
    BT_STREAM_HEAD_
} BtStreamObject_;

/// A file descriptor. Guard: attached; a descriptor that is in use by a detached thread may be closed by another, as in C.
typedef struct BtFileObject_ {
    BT_STREAM_HEAD_
    BtObject *name BT_GUARDED;
    int fd BT_GUARDED;  ///< -1: closed
    uint8_t is_readable BT_GUARDED;
    uint8_t is_writable BT_GUARDED;
    uint8_t is_created BT_GUARDED;
    uint8_t is_appending BT_GUARDED;
    uint8_t closes_fd BT_GUARDED;
    int8_t is_seekable BT_GUARDED;  ///< -1: not known
} BtFileObject_;

/// A buffer in front of a raw stream: bytes that were read ahead, or bytes that are still to be written.
typedef struct BtBufferedObject_ {
    BT_STREAM_HEAD_
    BtObject *raw BT_GUARDED;  ///< NULL: not initialised, or detached
    uint8_t *bytes BT_GUARDED;
    Bt_ssize_t capacity BT_GUARDED;
    Bt_ssize_t position BT_GUARDED;  ///< next byte to read
    Bt_ssize_t end BT_GUARDED;       ///< bytes read ahead end here
    Bt_ssize_t pending BT_GUARDED;   ///< bytes to write, from 0 on; then position and end are 0
    uint8_t is_readable BT_GUARDED;
    uint8_t is_writable BT_GUARDED;
    uint8_t is_closing BT_GUARDED;
    BtMutex mutex;           ///< held by the thread that works on the fields, detached or not
    unsigned long owner;     ///< mutex: that thread
} BtBufferedObject_;

/// Text over a binary stream.
typedef struct BtTextFileObject_ {
    BT_STREAM_HEAD_
    BtObject *buffer BT_GUARDED;    ///< NULL: not initialised, or detached
    BtObject *encoding BT_GUARDED;  ///< str
    BtObject *errors BT_GUARDED;    ///< str
    BtObject *newline BT_GUARDED;   ///< str or None
    BtObject *decoded BT_GUARDED;   ///< str: decoded and not all read; NULL: none
    BtObject *chunk BT_GUARDED;     ///< bytes: what `decoded` was made of, with what was left over before it
    BtObject *leftover BT_GUARDED;  ///< bytes: the beginning of a character, or "\r"; NULL: none
    Bt_ssize_t used BT_GUARDED;     ///< characters of `decoded` that were read
    int64_t chunk_position BT_GUARDED;  ///< where `chunk` begins in the buffer
    uint8_t codec BT_GUARDED;       ///< BT_CODEC_…
    uint8_t is_line_buffered BT_GUARDED;
    uint8_t writes_through BT_GUARDED;
    uint8_t reads_universal BT_GUARDED;  ///< "\r" and "\r\n" become "\n"
    uint8_t splits_universal BT_GUARDED; ///< "\r" and "\r\n" end lines, untranslated
    uint8_t writes_crlf BT_GUARDED;      ///< 1: "\n" becomes "\r\n"; 2: "\r"
    uint8_t at_end BT_GUARDED;
    uint8_t seen BT_GUARDED;             ///< newlines seen: 1 "\r", 2 "\n", 4 "\r\n"
    uint8_t is_closing BT_GUARDED;
    uint8_t has_written BT_GUARDED;      ///< a byte order mark is not to be written again
} BtTextFileObject_;

#define BT_CODEC_OTHER 0
#define BT_CODEC_UTF8 1
#define BT_CODEC_ASCII 2
#define BT_CODEC_LATIN1 3

/// StringIO and BytesIO.
typedef struct BtMemoryFileObject_ {
    BT_STREAM_HEAD_
    uint8_t *bytes BT_GUARDED;       ///< of BytesIO bytes, of StringIO 4-byte characters
    Bt_ssize_t count BT_GUARDED;     ///< in bytes or characters
    Bt_ssize_t capacity BT_GUARDED;
    Bt_ssize_t position BT_GUARDED;
    Bt_ssize_t exports BT_GUARDED;   ///< buffers that are out
    uint8_t is_closed BT_GUARDED;
    uint8_t reads_universal BT_GUARDED;
    uint8_t splits_universal BT_GUARDED;
    uint8_t writes_crlf BT_GUARDED;
} BtMemoryFileObject_;

/// What a view of a BytesIO is of: while a buffer is out, the BytesIO keeps its size.
typedef struct BtBytesFileBufferObject_ {
    BtObject_HEAD
    BtObject *source BT_GUARDED;  ///< the BytesIO
} BtBytesFileBufferObject_;

/// The types of the module. Guard: attached; written once, when the module is made.
struct BtIOTypes_ {
    BtTypeObject *base BT_GUARDED;
    BtTypeObject *raw BT_GUARDED;
    BtTypeObject *buffered_base BT_GUARDED;
    BtTypeObject *text_base BT_GUARDED;
    BtTypeObject *file BT_GUARDED;
    BtTypeObject *reader BT_GUARDED;
    BtTypeObject *writer BT_GUARDED;
    BtTypeObject *random BT_GUARDED;
    BtTypeObject *text BT_GUARDED;
    BtTypeObject *bytes BT_GUARDED;
    BtTypeObject *bytes_buffer BT_GUARDED;  ///< what getbuffer() views
    BtTypeObject *string BT_GUARDED;
    BtObject *unsupported BT_GUARDED;  ///< UnsupportedOperation
};
BT_DATA struct BtIOTypes_ _bt_io;

BT_END_DECLS

#endif
