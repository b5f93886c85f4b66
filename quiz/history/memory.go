package history

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"slices"
	"time"

	"whose/model"
	"whose/quiz/recall"
)

// The traces are kept twice: as rows of item, for any tool to read, and packed
// into a few rows of memory, for the start of the program. Reading a thousand
// rows one by one takes ten times as long, and home waits for them.
const shards = 32

// packedSize is about how many bytes an item takes.
const packedSize = 60

// shardOf is the row of memory that an item is packed into.
func shardOf(item model.Item) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(item)) // a hash takes everything
	return int(h.Sum32() % shards)
}

// pack writes traces one after the other: the item's id after its length, then
// the columns of the row of item.
func pack(traces map[model.Item]recall.Trace) []byte {
	var b []byte
	for _, item := range slices.Sorted(maps.Keys(traces)) {
		t := traces[item]
		first, last := momentOf(t.First), momentOf(t.Last)
		b = append(binary.AppendUvarint(b, uint64(len(item))), item...)
		for _, n := range []int64{int64(t.Seen), int64(t.Right), first.at, first.zone, last.at, last.zone, bit(t.FirstRight), bit(t.LastRight)} {
			b = binary.AppendVarint(b, n)
		}
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(t.Memory.Stability))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(t.Memory.Difficulty))
	}
	return b
}

func bit(set bool) int64 {
	if set {
		return 1
	}
	return 0
}

var errPacked = errors.New("a row of memory is damaged")

// unpack adds what pack wrote.
func unpack(b []byte, zones map[int64]*time.Location, into map[model.Item]recall.Trace) error {
	for len(b) > 0 {
		length, n := binary.Uvarint(b)
		if n <= 0 || length > uint64(len(b)-n) {
			return errPacked
		}
		item := model.Item(b[n : n+int(length)])
		b = b[n+int(length):]
		var column [8]int64
		for i := range column {
			if column[i], n = binary.Varint(b); n <= 0 {
				return errPacked
			}
			b = b[n:]
		}
		if len(b) < 16 {
			return errPacked
		}
		into[item] = recall.Trace{
			Seen: int(column[0]), Right: int(column[1]),
			First: moment{column[2], column[3]}.in(zones), Last: moment{column[4], column[5]}.in(zones),
			FirstRight: column[6] == 1, LastRight: column[7] == 1,
			Memory: recall.Memory{
				Stability:  math.Float64frombits(binary.LittleEndian.Uint64(b)),
				Difficulty: math.Float64frombits(binary.LittleEndian.Uint64(b[8:])),
			},
		}
		b = b[16:]
	}
	return nil
}

// packed reads all traces the short way, or from the rows of item if what is
// packed is damaged.
func (l ledger) packed(ctx context.Context) (map[model.Item]recall.Trace, error) {
	found, zones := make(map[model.Item]recall.Trace), make(map[int64]*time.Location)
	err := l.each(ctx, func(row *sql.Rows) error {
		var b sql.RawBytes
		if err := row.Scan(&b); err != nil {
			return err
		}
		if len(found) == 0 { // the rows are about equally long
			found = make(map[model.Item]recall.Trace, shards*len(b)/packedSize)
		}
		return unpack(b, zones, found)
	}, `SELECT traces FROM memory WHERE learner = ?1 AND course = ?2`)
	if errors.Is(err, errPacked) {
		return l.traces(ctx, ``)
	}
	return found, err
}

// packAll packs traces anew. Those are all there are.
func (l ledger) packAll(ctx context.Context, traces map[model.Item]recall.Trace) error {
	if err := l.clear(ctx, []string{"memory"}); err != nil {
		return err
	}
	var parts [shards]map[model.Item]recall.Trace
	for item, t := range traces {
		shard := shardOf(item)
		if parts[shard] == nil {
			parts[shard] = make(map[model.Item]recall.Trace)
		}
		parts[shard][item] = t
	}
	for shard, part := range parts {
		if part == nil {
			continue
		}
		if err := l.putShard(ctx, shard, part); err != nil {
			return err
		}
	}
	return nil
}

// packOne takes over what has become of an item, whose row is written already.
func (l ledger) packOne(ctx context.Context, item model.Item, t recall.Trace) error {
	shard, part := shardOf(item), make(map[model.Item]recall.Trace)
	var b []byte
	err := l.row(ctx, `SELECT traces FROM memory WHERE learner = ?1 AND course = ?2 AND shard = ?3`, shard).Scan(&b)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if unpack(b, map[int64]*time.Location{}, part) != nil {
		all, err := l.traces(ctx, ``)
		if err != nil {
			return err
		}
		return l.packAll(ctx, all)
	}
	if part[item] = t; t.Seen == 0 {
		delete(part, item)
	}
	return l.putShard(ctx, shard, part)
}

func (l ledger) putShard(ctx context.Context, shard int, part map[model.Item]recall.Trace) error {
	var err error
	if len(part) == 0 {
		_, err = l.exec(ctx, `DELETE FROM memory WHERE learner = ?1 AND course = ?2 AND shard = ?3`, shard)
	} else {
		_, err = l.exec(ctx, `INSERT OR REPLACE INTO memory (learner, course, shard, traces) VALUES (?1, ?2, ?3, ?4)`, shard, pack(part))
	}
	if err != nil {
		return fmt.Errorf("packing: %w", err)
	}
	return nil
}
