// Reading debug information with libdw, found by dlopen: a program that checks nothing neither links nor loads it.
#define _GNU_SOURCE
#include "check.h"
#include "dwarf.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The part of elfutils/libdwfl.h and libdw.h that is used here, with its stable binary interface.
typedef struct Dwfl Dwfl;
typedef struct Dwfl_Module Dwfl_Module;
typedef struct Dwfl_Line Dwfl_Line;
typedef struct Dwarf_Files Dwarf_Files;
typedef struct {
    void *addr;
    void *cu;
    void *abbrev;
    long padding;
} Dwarf_Die;
typedef struct {
    unsigned int code, form;
    unsigned char *valp;
    void *cu;
} Dwarf_Attribute;
typedef struct {
    int (*find_elf)(Dwfl_Module *, void **, const char *, uint64_t, char **, void **);
    int (*find_debuginfo)(Dwfl_Module *, void **, const char *, uint64_t, const char *, const char *, uint32_t, char **);
    int (*section_address)(Dwfl_Module *, void **, const char *, uint64_t, const char *, uint32_t, const void *, uint64_t *);
    char **debuginfo_path;
} Dwfl_Callbacks;

#define TAG_SUBPROGRAM 0x2e
#define TAG_INLINED 0x1d
#define AT_CALL_FILE 0x58
#define AT_CALL_LINE 0x59

static struct {
    int is_tried;
    int is_there;
    Dwfl *dwfl;
    Dwfl *(*begin)(const Dwfl_Callbacks *);
    void (*report_begin)(Dwfl *);
    int (*report)(Dwfl *, pid_t);
    int (*report_end)(Dwfl *, void *, void *);
    Dwfl_Module *(*module)(Dwfl *, uint64_t);
    Dwarf_Die *(*unit)(Dwfl_Module *, uint64_t, uint64_t *);
    const char *(*symbol)(Dwfl_Module *, uint64_t);
    Dwfl_Line *(*source)(Dwfl_Module *, uint64_t);
    const char *(*line)(Dwfl_Line *, uint64_t *, int *, int *, uint64_t *, uint64_t *);
    int (*scopes)(Dwarf_Die *, uint64_t, Dwarf_Die **);
    int (*scopes_around)(Dwarf_Die *, Dwarf_Die **);
    int (*tag)(Dwarf_Die *);
    const char *(*name)(Dwarf_Die *);
    Dwarf_Attribute *(*attribute)(Dwarf_Die *, unsigned int, Dwarf_Attribute *);
    int (*number)(Dwarf_Attribute *, uint64_t *);
    int (*files)(Dwarf_Die *, Dwarf_Files **, size_t *);
    const char *(*file)(Dwarf_Files *, size_t, uint64_t *, uint64_t *);
    const char *(*declared_file)(Dwarf_Die *);
    int (*declared_line)(Dwarf_Die *, int *);
    int (*find_elf)(Dwfl_Module *, void **, const char *, uint64_t, char **, void **);
} dw;

/// Debug information that stands in another file is not looked for: that may go to the network.
static int no_debuginfo(Dwfl_Module *module, void **data, const char *name, uint64_t base, const char *file,
                        const char *link, uint32_t crc, char **path)
{
    (void)module, (void)data, (void)name, (void)base, (void)file, (void)link, (void)crc, (void)path;
    return -1;
}

static int load(void)
{
    void *library = dlopen("libdw.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return 0;
    }
    const struct {
        void *where;
        const char *name;
    } wanted[] = {
        {&dw.begin, "dwfl_begin"},
        {&dw.report_begin, "dwfl_report_begin"},
        {&dw.report, "dwfl_linux_proc_report"},
        {&dw.report_end, "dwfl_report_end"},
        {&dw.module, "dwfl_addrmodule"},
        {&dw.unit, "dwfl_module_addrdie"},
        {&dw.symbol, "dwfl_module_addrname"},
        {&dw.source, "dwfl_module_getsrc"},
        {&dw.line, "dwfl_lineinfo"},
        {&dw.scopes, "dwarf_getscopes"},
        {&dw.scopes_around, "dwarf_getscopes_die"},
        {&dw.tag, "dwarf_tag"},
        {&dw.name, "dwarf_diename"},
        {&dw.attribute, "dwarf_attr"},
        {&dw.number, "dwarf_formudata"},
        {&dw.files, "dwarf_getsrcfiles"},
        {&dw.file, "dwarf_filesrc"},
        {&dw.declared_file, "dwarf_decl_file"},
        {&dw.declared_line, "dwarf_decl_line"},
        {&dw.find_elf, "dwfl_linux_proc_find_elf"},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        void *symbol = dlsym(library, wanted[i].name);
        if (symbol == NULL) {
            return 0;
        }
        memcpy(wanted[i].where, &symbol, sizeof symbol);
    }
    static Dwfl_Callbacks callbacks;
    callbacks.find_elf = dw.find_elf;
    callbacks.find_debuginfo = no_debuginfo;
    dw.dwfl = dw.begin(&callbacks);
    return dw.dwfl != NULL;
}

int _bt_dwarf_is_header(const char *file)
{
    static const char cxx[] = "/baton.hpp";
    size_t length = strlen(file);
    return (length > 2 && strcmp(file + length - 2, ".h") == 0 && strstr(file, "/baton/") != NULL)
        || (length >= sizeof cxx && strcmp(file + length - (sizeof cxx - 1), cxx) == 0);
}

static void keep(BtPlaceText_ *text, const char *file, int line, const char *function)
{
    snprintf(text->file, sizeof text->file, "%s", file != NULL ? file : "");
    text->line = line;
    snprintf(text->function, sizeof text->function, "%s", function != NULL ? function : "");
}

/// Go from an inline function of the headers to its caller.
static void leave_headers(Dwfl_Module *module, uint64_t address, BtPlaceText_ *text)
{
    uint64_t bias = 0;
    Dwarf_Die *unit = dw.unit(module, address, &bias);
    Dwarf_Die *innermost = NULL, *scopes = NULL;
    int count = unit != NULL ? dw.scopes(unit, address - bias, &innermost) : 0;
    // Those that lie around it in the code, not where an inline function was written.
    count = count > 0 ? dw.scopes_around(&innermost[0], &scopes) : 0;
    free(innermost);
    Dwarf_Files *files = NULL;
    size_t file_count = 0;
    if (count <= 0 || dw.files(unit, &files, &file_count) != 0) {
        free(scopes);
        return;
    }
    for (int i = 0; i < count && _bt_dwarf_is_header(text->file); i++) {
        Dwarf_Attribute attribute;
        uint64_t file = 0, line = 0;
        if (dw.tag(&scopes[i]) != TAG_INLINED
            || dw.number(dw.attribute(&scopes[i], AT_CALL_FILE, &attribute), &file) != 0
            || dw.number(dw.attribute(&scopes[i], AT_CALL_LINE, &attribute), &line) != 0) {
            continue;
        }
        const char *function = NULL;
        for (int outer = i + 1; outer < count && function == NULL; outer++) {
            int tag = dw.tag(&scopes[outer]);
            function = tag == TAG_INLINED || tag == TAG_SUBPROGRAM ? dw.name(&scopes[outer]) : NULL;
        }
        keep(text, dw.file(files, file, NULL, NULL), (int)line, function);
    }
    free(scopes);
}

/// libdw is not made for several threads: guarded by this.
static BtInternalMutex_ mutex;

/// Find the module of an address, the library loaded if that is the first. NULL: not known. Mutex held.
static Dwfl_Module *module_of(uint64_t address)
{
    if (!dw.is_tried) {
        dw.is_tried = 1;
        dw.is_there = load();
    }
    if (!dw.is_there) {
        return NULL;
    }
    Dwfl_Module *module = dw.module(dw.dwfl, address);
    if (module == NULL) {  // loaded since the last look
        dw.report_begin(dw.dwfl);
        dw.report(dw.dwfl, getpid());
        dw.report_end(dw.dwfl, NULL, NULL);
        module = dw.module(dw.dwfl, address);
    }
    return module;
}

/// The line of an address, and what encloses it where that is a header of Baton's.
static int line_of(Dwfl_Module *module, uint64_t address, BtPlaceText_ *text)
{
    Dwfl_Line *source = dw.source(module, address);
    int line = 0;
    const char *file = source != NULL ? dw.line(source, NULL, &line, NULL, NULL, NULL) : NULL;
    keep(text, file, line, dw.symbol(module, address));
    if (file != NULL && _bt_dwarf_is_header(file)) {
        leave_headers(module, address, text);
    }
    return text->file[0] != '\0' || text->function[0] != '\0';
}

int _bt_dwarf_line(void *pc, BtPlaceText_ *text)
{
    uint64_t address = (uintptr_t)pc;
    _bt_internal_lock(&mutex);
    Dwfl_Module *module = module_of(address);
    int is_found = module != NULL && line_of(module, address, text);
    _bt_internal_unlock(&mutex);
    return is_found;
}

int _bt_dwarf_function(void *function, BtPlaceText_ *text)
{
    uint64_t address = (uintptr_t)function, bias = 0;
    int is_found = 0;
    _bt_internal_lock(&mutex);
    Dwfl_Module *module = module_of(address);
    Dwarf_Die *scopes = NULL;
    Dwarf_Die *unit = module != NULL ? dw.unit(module, address, &bias) : NULL;
    int count = unit != NULL ? dw.scopes(unit, address - bias, &scopes) : 0;
    for (int i = 0; i < count && !is_found; i++) {
        int line = 0;
        if (dw.tag(&scopes[i]) == TAG_SUBPROGRAM && dw.declared_line(&scopes[i], &line) == 0) {
            keep(text, dw.declared_file(&scopes[i]), line, dw.name(&scopes[i]));
            is_found = 1;
        }
    }
    free(scopes);
    if (!is_found && module != NULL) {
        is_found = line_of(module, address, text);
    }
    _bt_internal_unlock(&mutex);
    return is_found;
}
