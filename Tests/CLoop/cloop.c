/* The limit that `make bench` measures deliveries against: the rows that deliveries have made, read
   into memory, are inserted again into an empty store of the same tables and indexes, 64 calls a
   transaction, synchronous=FULL, the -wal put back at 4 MiB as we do and its blocks kept. No parsing,
   no rules, no HTTP.

   cloop FILLED EMPTY: prints calls a second. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { batch = 64, wal_pages = 1024 };

typedef struct {
  const char *name;
  int columns, count, place;
  sqlite3_value **values;
  sqlite3_stmt *insert;
} Table;

static sqlite3 *store;

static int wal_size;

static int committed(void *context, sqlite3 *database, const char *name, int pages) {
  (void)context, (void)database, (void)name;
  wal_size = pages;
  return SQLITE_OK;
}

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "cloop: %s\n", sqlite3_errstr(code));
  exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(store, sql, NULL, NULL, NULL)); }

static void load(Table *table, sqlite3 *source) {
  char sql[4096];
  sqlite3_stmt *select;
  snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1", table->name);
  check(sqlite3_prepare_v2(source, sql, -1, &select, NULL));
  table->columns = sqlite3_column_count(select);
  int room = 0;
  while (sqlite3_step(select) == SQLITE_ROW) {
    if (table->count == room) {
      room = room ? room * 2 : 4096;
      table->values = realloc(table->values, sizeof(sqlite3_value *) * room * table->columns);
    }
    for (int i = 0; i < table->columns; i++)
      table->values[table->count * table->columns + i] =
          sqlite3_value_dup(sqlite3_column_value(select, i));
    table->count++;
  }
  sqlite3_finalize(select);
  int length = snprintf(sql, sizeof sql, "INSERT OR IGNORE INTO %s VALUES (?", table->name);
  for (int i = 1; i < table->columns; i++)
    length += snprintf(sql + length, sizeof sql - length, ", ?");
  snprintf(sql + length, sizeof sql - length, ")");
  check(sqlite3_prepare_v2(store, sql, -1, &table->insert, NULL));
}

static sqlite3_value **row(Table *table, int place) {
  return table->values + (size_t)place * table->columns;
}

static void insert(Table *table) {
  sqlite3_value **values = row(table, table->place++);
  for (int i = 0; i < table->columns; i++) sqlite3_bind_value(table->insert, i + 1, values[i]);
  check(sqlite3_step(table->insert));
  sqlite3_reset(table->insert);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  sqlite3 *source;
  if (count != 3) return 2;
  check(sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READONLY, NULL));
  check(sqlite3_open_v2(arguments[2], &store, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  run("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0");
  /* What calls point at comes first; of few rows, all at once. */
  const char *few[] = {"integration", "phrase", "employee", "source", "facet"};
  Table numbers = {.name = "number"}, calls = {.name = "call"}, events = {.name = "event"}, prompts = {.name = "prompt"};
  for (unsigned i = 0; i < sizeof few / sizeof *few; i++) {
    Table table = {.name = few[i]};
    load(&table, source);
    while (table.place < table.count) insert(&table);
  }
  load(&numbers, source);
  load(&calls, source);
  load(&events, source);
  load(&prompts, source);
  sqlite3_wal_hook(store, committed, NULL);
  sqlite3_stmt *search;
  check(sqlite3_prepare_v2(
      store, "INSERT INTO number_search (rowid, text) VALUES (?, ?)", -1, &search, NULL));
  int every = prompts.count ? calls.count / prompts.count : 0;
  double begin = now();
  while (calls.place < calls.count) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < batch && calls.place < calls.count; i++) {
      int share = (int)((long long)(calls.place + 1) * numbers.count / calls.count);
      while (numbers.place < share) {
        sqlite3_value **number = row(&numbers, numbers.place);
        sqlite3_bind_value(search, 1, number[0]);
        sqlite3_bind_value(search, 2, number[1]);
        insert(&numbers);
        check(sqlite3_step(search));
        sqlite3_reset(search);
      }
      insert(&calls);
      if (events.place < events.count) insert(&events);
      if (every && calls.place % every == 0 && prompts.place < prompts.count) insert(&prompts);
    }
    run("COMMIT");
    if (wal_size > wal_pages)
      check(sqlite3_wal_checkpoint_v2(store, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL));
  }
  printf("%.0f\n", calls.count / (now() - begin));
  return 0;
}
