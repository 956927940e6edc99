// What the checks know of a thread: the calls that it is in, its block, its buffers.
#include "check.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static __thread BtCheckThread_ *current BT_TLS_MODEL;
static pthread_key_t key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;
static BtInternalMutex_ mutex;
static BtCheckThread_ *threads;  // guarded by: mutex

void _bt_check_lock(void) { _bt_internal_lock(&mutex); }
void _bt_check_unlock(void) { _bt_internal_unlock(&mutex); }

static void thread_ends(void *argument)
{
    BtCheckThread_ *thread = argument;
    _bt_check_lock();
    BtCheckThread_ **link = &threads;
    while (*link != NULL && *link != thread) {
        link = &(*link)->next;
    }
    if (*link != NULL) {
        *link = thread->next;
    }
    _bt_check_unlock();
    current = NULL;
    free(thread->frames);
    free(thread);
}

static void make_key(void) { pthread_key_create(&key, thread_ends); }

BtCheckThread_ *_bt_check_thread(void)
{
    if (BT_LIKELY(current != NULL)) {
        return current;
    }
    BtCheckThread_ *thread = calloc(1, sizeof *thread);
    if (thread == NULL) {
        _bt_fatal("no memory for the checks");
    }
    thread->native_id = _bt_thread_native_id();
    current = thread;
    pthread_once(&key_once, make_key);
    pthread_setspecific(key, thread);
    _bt_check_lock();
    thread->next = threads;
    threads = thread;
    _bt_check_unlock();
    return thread;
}

BtCheckThread_ *_bt_check_thread_if(void) { return current; }
BtCheckThread_ *_bt_check_threads(void) { return threads; }

BtCallFrame_ *_bt_check_push(BtCheckThread_ *thread, uintptr_t stack)
{
    // Frames that an exception or longjmp has left without their end stand below this one.
    while (thread->depth > 0 && thread->frames[thread->depth - 1].stack <= stack) {
        thread->depth -= 1;
    }
    if (thread->depth == thread->room) {
        uint32_t room = thread->room == 0 ? 32 : thread->room * 2;
        BtCallFrame_ *frames = realloc(thread->frames, room * sizeof *frames);
        if (frames == NULL) {
            _bt_fatal("no memory for the checks");
        }
        thread->frames = frames;
        thread->room = room;
    }
    BtCallFrame_ *frame = &thread->frames[thread->depth++];
    memset(frame, 0, sizeof *frame);
    frame->stack = stack;
    frame->views = _bt_check_views();
    frame->blocks = thread->block_count;
    return frame;
}

BtCallFrame_ *_bt_check_extension(BtCheckThread_ *thread)
{
    for (uint32_t i = thread->depth; i > 0; i--) {
        if (!thread->frames[i - 1].is_api) {
            return &thread->frames[i - 1];
        }
    }
    return NULL;
}

BtPlace_ _bt_call_function(const BtCallFrame_ *frame)
{
    BtObject *callable = frame->callable;
    BtMethodDef *method = NULL;
    if (frame->bound != NULL) {
        return _bt_place_of_function(frame->bound->target);
    }
    if (callable != NULL && (callable->ob_type == &BtCFunction_Type || callable->ob_type == &BtCMethod_Type)) {
        method = BT_CAST(BtCFunctionObject *, callable)->m_ml;
    } else if (callable != NULL) {
        method = BT_CAST(BtMethodDescrObject *, callable)->d_method;
    }
    return method != NULL ? _bt_place_of_function((void *)(uintptr_t)method->ml_meth) : 0;
}

BtBlock_ *_bt_check_block(BtCheckThread_ *thread)
{
    return thread->block_count > 0 ? &thread->blocks[thread->block_count - 1] : NULL;
}

BtPlace_ _bt_check_current_place(BtCheckThread_ *thread)
{
    return thread->depth > 0 && thread->frames[thread->depth - 1].is_api ? thread->frames[thread->depth - 1].place : 0;
}

const char *_bt_call_name(const BtCallFrame_ *frame, char *buffer, size_t size)
{
    const char *owner = frame->owner;
    BtObject *callable = frame->callable;
    if (owner == NULL && callable != NULL && frame->self != NULL && frame->self->ob_type == &BtModule_Type) {
        BtModuleDef *definition = BT_CAST(BtModuleObject *, frame->self)->md_def;
        owner = definition != NULL ? definition->m_name : NULL;
    } else if (owner == NULL && frame->self != NULL && frame->self->ob_type != NULL) {
        owner = frame->self->ob_type->tp_name;
    }
    snprintf(buffer, size, "%s%s%s", owner != NULL ? owner : "", owner != NULL ? "." : "", frame->name);
    return buffer;
}

const char *_bt_check_function(BtCheckThread_ *thread, char *buffer, size_t size)
{
    const BtCallFrame_ *frame = _bt_check_extension(thread);
    return frame != NULL ? _bt_call_name(frame, buffer, size) : NULL;
}
