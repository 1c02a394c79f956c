#include "Screen.h"

void keys_define(void) {
  static const struct { const char *sequence; int code; } keys[] = {
      {"\033[200~", CN_KEY_PASTE_START}, {"\033[201~", CN_KEY_PASTE_END},
      {"\033[1;5A", CN_KEY_CTRL_UP},     {"\033[1;5B", CN_KEY_CTRL_DOWN},
      {"\033[1;5C", CN_KEY_CTRL_RIGHT},  {"\033[1;5D", CN_KEY_CTRL_LEFT},
      {"\033[1;3C", CN_KEY_ALT_RIGHT},   {"\033[1;3D", CN_KEY_ALT_LEFT},
      {"\033[1;2A", KEY_SR},             {"\033[1;2B", KEY_SF},
      {"\033[1;2C", KEY_SRIGHT},         {"\033[1;2D", KEY_SLEFT},
      /* Whatever the terminfo entry says: both forms are asked for, and it sends the one it knows. */
      {"\033[<", CN_KEY_MOUSE_NUMBERS},  {"\033[M", CN_KEY_MOUSE_BYTES},
      {"\033[I", CN_KEY_FOCUS_IN},       {"\033[O", CN_KEY_FOCUS_OUT},
  };
  /* What terminals send that do not do as their terminfo entry says. */
  static const struct { const char *sequence; int code; } others[] = {
      {"\033[A", KEY_UP},     {"\033[B", KEY_DOWN},   {"\033[C", KEY_RIGHT},  {"\033[D", KEY_LEFT},
      {"\033OA", KEY_UP},     {"\033OB", KEY_DOWN},   {"\033OC", KEY_RIGHT},  {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},   {"\033[F", KEY_END},    {"\033OH", KEY_HOME},   {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME},  {"\033[4~", KEY_END},   {"\033[7~", KEY_HOME},  {"\033[8~", KEY_END},
      {"\033[11~", KEY_F(1)}, {"\033[12~", KEY_F(2)}, {"\033[13~", KEY_F(3)}, {"\033[14~", KEY_F(4)},
      {"\033OP", KEY_F(1)},   {"\033OQ", KEY_F(2)},   {"\033OR", KEY_F(3)},   {"\033OS", KEY_F(4)},
      {"\033[Z", KEY_BTAB},
  };
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) define_key(keys[i].sequence, keys[i].code);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (key_defined(others[i].sequence) == 0) define_key(others[i].sequence, others[i].code);
}

int cn_read(void) { return wgetch(key_window); }
