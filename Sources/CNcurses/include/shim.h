// The fence around ncurses: about twenty-five functions, named skr_, and nothing of
// <ncurses.h> itself. Swift 6 can't import its globals (stdscr, LINES), its macros
// (A_BOLD, getyx) or its variadics, so the header stays on the C side of the fence.
//
// ncurses serves OUTPUT only, on one thread, one screen at a time. It writes to a
// file of ours (a memfd); the caller reads the bytes out and sends them.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// An ncurses SCREEN.
typedef struct screen skr_screen;

/// Attributes of a cell, free of ncurses' own numbers.
enum {
    SKR_BOLD = 1,
    SKR_DIM = 2,
    SKR_REVERSE = 4,
    SKR_UNDERLINE = 8,
    SKR_ITALIC = 16,
};

/// What one cell holds: a base scalar, up to four combining marks (0 ends them), SKR_ attributes
/// and a colour pair. A wide character is handed over once, without its second half.
typedef struct {
    uint32_t text[5];
    uint32_t attributes;
    int32_t pair;
} skr_cell;

/// The widest row that skr_row_put takes.
enum { SKR_MAX_COLUMNS = 512 };

/// Sets the process's LC_CTYPE from the environment; where its characters are not UTF-8, to C.UTF-8.
/// Returns false when neither can be had.
bool skr_locale_utf8(void);
/// Opens a screen for the terminal type `term`, which writes to `output` (a descriptor that is
/// duplicated) and reads nothing. NULL when the type is unknown. Signal actions stay as they were.
skr_screen *skr_screen_open(const char *term, int output);
/// Frees the screen; skr_leave comes before it.
void skr_screen_close(skr_screen *screen);

int skr_rows(void);
int skr_columns(void);
bool skr_resize(int rows, int columns);
/// Number of colours after start_color; 0 on a monochrome terminal.
int skr_colours(void);
int skr_pairs(void);
/// Lets -1 stand for the terminal's own foreground and background.
bool skr_default_colours(void);
/// False when the pair can't be had: never draw with it then (it comes out black on black).
bool skr_pair_init(int pair, int foreground, int background);

/// Writes a row of cells from column 0. False when ncurses refuses.
bool skr_row_put(int y, const skr_cell *cells, int count);
/// Reads back what ncurses holds at a place; false outside the screen.
/// The second half of a wide character has text[0] = 0.
bool skr_cell_get(int y, int x, skr_cell *cell);
bool skr_move(int y, int x);
/// Sends the difference to the output.
bool skr_refresh(void);
/// The next refresh repaints everything.
void skr_repaint(void);
/// Blanks the window in memory.
void skr_erase(void);
/// Leaves the alternate screen; the next refresh enters it again.
bool skr_leave(void);
/// Makes the cursor visible.
void skr_show_cursor(void);

/// A string capability of the terminal, NULL when it has none.
const char *skr_capability(const char *name);
/// A boolean capability.
bool skr_flag(const char *name);
/// Columns of a scalar as ncurses counts them: -1 for what is not printable.
int skr_wcwidth(uint32_t scalar);
/// Version of the library, e.g. "ncurses 6.4.20221231".
const char *skr_version(void);
