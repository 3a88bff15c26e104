// _XOPEN_SOURCE stays undefined (it changes glibc's fd_set and broke Foundation's import when it
// stood in the header), so wcwidth is declared by hand.
#define _DEFAULT_SOURCE 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

extern int wcwidth(wchar_t);

// The streams of the open screen: ncurses does not close what it was given.
static FILE *output_stream;
static FILE *input_stream;

static bool codeset_is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool skr_locale_utf8(void) {
    // Characters only: a decimal comma would surprise every other C library in the process.
    setlocale(LC_CTYPE, "");
    if (codeset_is_utf8()) return true;
    return setlocale(LC_CTYPE, "C.UTF-8") != NULL && codeset_is_utf8();
}

// newterm installs handlers of its own (INT, TERM, TSTP, WINCH) that don't work with threads.
static const int guarded_signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
enum { guarded_count = sizeof guarded_signals / sizeof guarded_signals[0] };

static SCREEN *newterm_without_handlers(const char *term, FILE *output, FILE *input) {
    struct sigaction saved[guarded_count];
    for (int i = 0; i < guarded_count; i++) sigaction(guarded_signals[i], NULL, &saved[i]);
    SCREEN *screen = newterm(term, output, input);
    for (int i = 0; i < guarded_count; i++) sigaction(guarded_signals[i], &saved[i], NULL);
    return screen;
}

static void close_streams(void) {
    if (output_stream) fclose(output_stream);
    if (input_stream) fclose(input_stream);
    output_stream = NULL;
    input_stream = NULL;
}

skr_screen *skr_screen_open(const char *term, int output) {
    int copy = dup(output);
    if (copy < 0) return NULL;
    output_stream = fdopen(copy, "w");
    input_stream = fopen("/dev/null", "re");
    if (!output_stream || !input_stream) {
        close_streams();
        return NULL;
    }
    // LINES and COLUMNS don't count: the caller knows the size. With neither, a type that tells no size
    // of its own (linux) would be refused; the file is no terminal, so tioctl finds none and 80x24 holds.
    use_env(FALSE);
    use_tioctl(TRUE);
    SCREEN *screen = newterm_without_handlers(term, output_stream, input_stream);
    if (!screen) {
        close_streams();
        return NULL;
    }
    typeahead(-1);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    if (has_colors()) start_color();
    return screen;
}

void skr_screen_close(skr_screen *screen) {
    delscreen(screen);
    close_streams();
}

int skr_rows(void) { return getmaxy(stdscr); }
int skr_columns(void) { return getmaxx(stdscr); }
bool skr_resize(int rows, int columns) { return resizeterm(rows, columns) == OK; }
int skr_colours(void) { return has_colors() ? COLORS : 0; }
int skr_pairs(void) { return has_colors() ? COLOR_PAIRS : 0; }
bool skr_default_colours(void) { return has_colors() && use_default_colors() == OK; }

bool skr_pair_init(int pair, int foreground, int background) {
    return has_colors() && init_extended_pair(pair, foreground, background) == OK;
}

static attr_t to_ncurses(uint32_t attributes) {
    attr_t result = WA_NORMAL;
    if (attributes & SKR_BOLD) result |= WA_BOLD;
    if (attributes & SKR_DIM) result |= WA_DIM;
    if (attributes & SKR_REVERSE) result |= WA_REVERSE;
    if (attributes & SKR_UNDERLINE) result |= WA_UNDERLINE;
    if (attributes & SKR_ITALIC) result |= WA_ITALIC;
    return result;
}

static uint32_t from_ncurses(attr_t attributes) {
    uint32_t result = 0;
    if (attributes & WA_BOLD) result |= SKR_BOLD;
    if (attributes & WA_DIM) result |= SKR_DIM;
    if (attributes & WA_REVERSE) result |= SKR_REVERSE;
    if (attributes & WA_UNDERLINE) result |= SKR_UNDERLINE;
    if (attributes & WA_ITALIC) result |= SKR_ITALIC;
    return result;
}

bool skr_row_put(int y, const skr_cell *cells, int count) {
    static cchar_t row[SKR_MAX_COLUMNS];
    if (count > SKR_MAX_COLUMNS) count = SKR_MAX_COLUMNS;
    for (int i = 0; i < count; i++) {
        wchar_t text[6] = {0};
        for (int k = 0; k < 5 && cells[i].text[k]; k++) text[k] = (wchar_t)cells[i].text[k];
        int pair = cells[i].pair;
        if (setcchar(&row[i], text, to_ncurses(cells[i].attributes), (short)pair, &pair) != OK) return false;
    }
    return wmove(stdscr, y, 0) == OK && wadd_wchnstr(stdscr, row, count) == OK;
}

bool skr_cell_get(int y, int x, skr_cell *cell) {
    cchar_t held;
    memset(cell, 0, sizeof *cell);
    if (mvwin_wch(stdscr, y, x, &held) != OK) return false;
    wchar_t text[6] = {0};
    attr_t attributes = 0;
    short short_pair = 0;
    int pair = 0;
    // ncurses repeats a wide character in its second half and numbers the halves in these bits.
    if ((held.attr & A_CHARTEXT) > 1) return true;
    if (getcchar(&held, text, &attributes, &short_pair, &pair) != OK) return false;
    for (int k = 0; k < 5 && text[k]; k++) cell->text[k] = (uint32_t)text[k];
    cell->attributes = from_ncurses(attributes);
    cell->pair = pair;
    return true;
}

bool skr_move(int y, int x) { return wmove(stdscr, y, x) == OK; }
bool skr_refresh(void) { return wnoutrefresh(stdscr) == OK && doupdate() == OK; }
void skr_repaint(void) { clearok(curscr, TRUE); }
void skr_erase(void) { werase(stdscr); }
bool skr_leave(void) { return endwin() == OK; }
void skr_show_cursor(void) { curs_set(1); }

const char *skr_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

bool skr_flag(const char *name) { return tigetflag(name) == 1; }
int skr_wcwidth(uint32_t scalar) { return scalar == 0 ? -1 : wcwidth((wchar_t)scalar); }
const char *skr_version(void) { return curses_version(); }
