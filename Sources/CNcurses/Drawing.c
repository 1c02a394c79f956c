#define _XOPEN_SOURCE 700 /* wcwidth */
#include "include/CNcurses.h"

#include <wchar.h>

int cn_colors(void) { return has_colors() ? COLORS : 0; }

bool cn_define_pair(int pair, int foreground, int background) {
  return init_pair((short)pair, (short)foreground, (short)background) == OK;
}

int cn_libc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static struct {
  attr_t attributes;
  short pair;
  /* A blank of this look: nearly every cell is one with another character. */
  cchar_t cell;
} looks[256];

void cn_define_look(int look, unsigned attributes, int pair) {
  attr_t all = A_NORMAL;
  if (attributes & CN_BOLD) all |= A_BOLD;
  if (attributes & CN_DIM) all |= A_DIM;
  if (attributes & CN_UNDERLINE) all |= A_UNDERLINE;
  if (attributes & CN_REVERSE) all |= A_REVERSE;
  looks[look].attributes = all;
  looks[look].pair = (short)pair;
  setcchar(&looks[look].cell, L" ", all, (short)pair, NULL);
}

/* Returns how many ncurses cells were made: two where a wide glyph cannot be had. */
static int make(cchar_t made[2], const struct cn_cell *cell) {
  made[0] = looks[cell->look].cell;
  /* A libc that sees another width would push the row aside: it gets something of the right one. */
  bool is_known = (cell->base >= ' ' && cell->base < 0x7F) || wcwidth((wchar_t)cell->base) == cell->width;
  if (!is_known) {
    made[0].chars[0] = 0xFFFD;
    made[1] = looks[cell->look].cell;
    return cell->width;
  }
  made[0].chars[0] = (wchar_t)cell->base;
  if (cell->marks[0] == 0) return 1;
  wchar_t text[5] = {(wchar_t)cell->base, (wchar_t)cell->marks[0], (wchar_t)cell->marks[1],
                     (wchar_t)cell->marks[2], 0};
  cchar_t marked;
  if (setcchar(&marked, text, looks[cell->look].attributes, looks[cell->look].pair, NULL) == OK)
    made[0] = marked;
  return 1;
}

void cn_put(int row, int column, const struct cn_cell *cells, int count) {
  cchar_t line[128];
  int made = 0, width = 0;
  for (int i = 0; i < count; i++) {
    if (made + 2 > (int)(sizeof line / sizeof *line)) {
      mvwadd_wchnstr(stdscr, row, column, line, made);
      column += width;
      made = width = 0;
    }
    made += make(line + made, cells + i);
    width += cells[i].width;
  }
  if (made > 0) mvwadd_wchnstr(stdscr, row, column, line, made);
}

void cn_erase(void) { werase(stdscr); }

void cn_update(int row, int column) {
  curs_set(row >= 0);
  if (row >= 0) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_repaint(void) { clearok(curscr, true); }

void cn_flash(void) { flash(); }
