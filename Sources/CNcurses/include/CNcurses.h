#ifndef CNCURSES_H
#define CNCURSES_H

/* Set here, for Swift's importer sees no cSettings: without wide characters there is no cchar_t. */
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#define NCURSES_OPAQUE 1
#include <ncursesw/curses.h>
#include <stdbool.h>
#include <stdint.h>

/* What Swift cannot import: globals (stdscr, COLORS), attribute macros, wide cells, signal handlers.
   One screen at a time; every function but cn_restore_now belongs to the main thread. */

/* Why a screen was not opened. */
enum cn_failure {
  CN_OPENED = 0,
  CN_NOT_A_TERMINAL,
  CN_UNKNOWN_TERMINAL,
  CN_TOO_SIMPLE, /* cannot place its cursor */
  CN_ALREADY_OPEN,
  CN_NO_MEMORY,
};

/* What a cell looks like beside its colours. */
enum cn_attribute {
  CN_BOLD = 1,
  CN_DIM = 2,
  CN_UNDERLINE = 4,
  CN_REVERSE = 8,
};

/* Keys that ncurses has no code for; above KEY_MAX and terminfo's extended keys. */
enum cn_key {
  CN_KEY_PASTE_START = 5000,
  CN_KEY_PASTE_END,
  CN_KEY_CTRL_UP,
  CN_KEY_CTRL_DOWN,
  CN_KEY_CTRL_LEFT,
  CN_KEY_CTRL_RIGHT,
  CN_KEY_ALT_LEFT,
  CN_KEY_ALT_RIGHT,
  /* A mouse report begins: in decimal numbers (1006), or in three bytes. */
  CN_KEY_MOUSE_NUMBERS,
  CN_KEY_MOUSE_BYTES,
  CN_KEY_FOCUS_IN,
  CN_KEY_FOCUS_OUT,
};

/* Takes the environment's LC_CTYPE, or C.UTF-8 where that is not UTF-8. False: neither exists. */
bool cn_set_locale(void);

/* Opens the screen on two terminal descriptors (kept open by the caller). `term` may be NULL: $TERM.
   The fatal-signal guard is in force from here to cn_close. */
enum cn_failure cn_open(int input, int output, const char *term, int escape_delay_ms);
/* Gives the terminal back as it was. Does nothing without a screen. */
void cn_close(void);
/* The same at once and async-signal-safe, from any thread: for a program that is about to die. */
void cn_restore_now(void);
/* Whether the terminal's own title lies on its stack (XTWINOPS 22), for cn_restore_now to give back. */
void cn_title_saved(bool saved);

/* Leaves the screen, stops the process group as the terminal driver would, and returns when it is
   continued (at once where nobody could continue it); cn_resume comes next. */
void cn_suspend(void);
/* Takes the terminal back after somebody else has used it; everything is sent again. */
void cn_resume(void);

/* Readable after the window's size changed; drained by cn_sync_size. */
int cn_resize_descriptor(void);
/* Asks the terminal for its size and tells ncurses. True where it changed, or has changed back
   meanwhile: the picture has to be drawn again, and all of it will be sent. */
bool cn_sync_size(int *columns, int *rows);

/* 0 without colour. */
int cn_colors(void);
bool cn_define_pair(int pair, int foreground, int background);
/* The columns that libc, and so ncurses, takes a scalar for; -1 where it knows none. */
int cn_libc_width(uint32_t scalar);
/* What the cells of one meaning look like from now on; `look` is below 256. */
void cn_define_look(int look, unsigned attributes, int pair);
/* A glyph with up to three marks (0: none) that takes `width` columns. */
struct cn_cell {
  uint32_t base;
  uint32_t marks[3];
  uint8_t width;
  uint8_t look;
};
/* Puts glyphs that stand side by side into the picture. */
void cn_put(int row, int column, const struct cn_cell *cells, int count);
/* Empties the picture. */
void cn_erase(void);
/* Sends what changed; the cursor goes to row, column, or is hidden where row is negative. */
void cn_update(int row, int column);
/* The next update sends everything. */
void cn_repaint(void);
/* Sends a sequence as it is. */
void cn_send(const char *sequence);
/* Whether clicks and the wheel are reported; off after cn_open. */
void cn_set_mouse(bool on);
/* Lights the screen up for a moment, or rings where the terminal cannot. */
void cn_flash(void);

/* The next byte (below 256) or key code, or ERR where nothing is left. Bytes, not wget_wch's
   characters: that one loses the first half of a character whose second half is still on its way,
   and up to a dozen bytes after one that is no UTF-8. */
int cn_read(void);

#endif
