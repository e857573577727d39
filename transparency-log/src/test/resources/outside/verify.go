// Verifies an exported log, or a receipt, with Go's sumdb/tlog and sumdb/note (Debian: golang-golang-x-mod-dev): nothing of
// the tree hashing, the proofs, the tiles or the note format is done here. Reads one job per line from standard input and
// answers each with "ok" or "refused <reason>":
//
//	log <dir> <log vkey> <earlier checkpoint file or -> <receipt file or -> <quorum> <witness vkey>...
//	receipt <receipt file> <entry file> <log vkey> <quorum> <witness vkey>...
//
// Build: GO111MODULE=off GOPATH=/usr/share/gocode go build verify.go
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// cosigner verifies C2SP tlog-cosignature v1, which x/mod does not know, as a note.Verifier.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	header := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(header), msg...), sig[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed witness vkey")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("not a cosignature/v1 vkey")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	id := binary.BigEndian.Uint32(sum[:4])
	if fmt.Sprintf("%08x", id) != parts[1] {
		return nil, errors.New("witness vkey id")
	}
	return cosigner{parts[0], id, key[1:]}, nil
}

// opened verifies a checkpoint's signatures and reads its three lines.
func opened(text []byte, vkey string, quorum int, witnesses []string) (tlog.Tree, error) {
	log, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	known := []note.Verifier{log}
	for _, w := range witnesses {
		c, err := newCosigner(w)
		if err != nil {
			return tlog.Tree{}, err
		}
		known = append(known, c)
	}
	n, err := note.Open(text, note.VerifierList(known...))
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, cosigned := false, 0
	for _, sig := range n.Sigs {
		if sig.Name == log.Name() && sig.Hash == log.KeyHash() {
			signed = true
		} else {
			cosigned++
		}
	}
	lines := strings.Split(n.Text, "\n")
	switch {
	case !signed:
		return tlog.Tree{}, errors.New("the log did not sign")
	case cosigned < quorum:
		return tlog.Tree{}, fmt.Errorf("%d cosignatures, want %d", cosigned, quorum)
	case len(lines) < 4 || lines[0] != log.Name():
		return tlog.Tree{}, errors.New("another origin")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return tlog.Tree{}, errors.New("malformed size")
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// tiles reads tiles from a directory laid out as C2SP tlog-tiles says.
type tiles struct{ dir string }

func path(t tlog.Tile) string {
	level := strconv.Itoa(t.L)
	if t.L < 0 {
		level = "entries"
	}
	// x/mod writes tile/<height>/<level>/…, C2SP tile/<level>/…
	return "tile/" + level + "/" + strings.SplitN(t.Path(), "/", 4)[3]
}

func (t tiles) Height() int                                { return height }
func (t tiles) SaveTiles(saved []tlog.Tile, data [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := os.ReadFile(filepath.Join(t.dir, path(tile)))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// bundle splits an entry bundle into its entries.
func bundle(dir string, n int64, width int) ([][]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, path(tlog.Tile{H: height, L: -1, N: n, W: width})))
	if err != nil {
		return nil, err
	}
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, errors.New("truncated bundle")
		}
		length := int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:2+length])
		data = data[2+length:]
	}
	if len(entries) != width {
		return nil, fmt.Errorf("bundle of %d entries, want %d", len(entries), width)
	}
	return entries, nil
}

// replayed hashes every entry into a tree of its own and compares tiles and root with what is published.
func replayed(dir string, tree tlog.Tree) error {
	reader := tlog.TileHashReader(tree, tiles{dir})
	var stored []tlog.Hash
	own := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, i := range indexes {
			hashes = append(hashes, stored[i])
		}
		return hashes, nil
	})
	for first := int64(0); first < tree.N; first += 256 {
		width := 256
		if tree.N-first < 256 {
			width = int(tree.N - first)
		}
		entries, err := bundle(dir, first/256, width)
		if err != nil {
			return err
		}
		var indexes []int64
		for i, entry := range entries {
			more, err := tlog.StoredHashes(first+int64(i), entry, own)
			if err != nil {
				return err
			}
			stored = append(stored, more...)
			indexes = append(indexes, tlog.StoredHashIndex(0, first+int64(i)))
		}
		published, err := reader.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for i := range entries {
			if published[i] != stored[indexes[i]] {
				return fmt.Errorf("entry %d is not the one of its leaf hash", first+int64(i))
			}
		}
	}
	root, err := tlog.TreeHash(tree.N, own)
	if err == nil && tree.N > 0 && root != tree.Hash {
		err = errors.New("another root")
	}
	return err
}

type proof struct {
	index      int64
	hashes     tlog.RecordProof
	checkpoint []byte
}

func parsed(text []byte) (proof, error) {
	head, checkpoint, found := bytes.Cut(text, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return proof{}, errors.New("no tlog-proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return proof{}, errors.New("no index")
	}
	index, err := strconv.ParseInt(lines[0][len("index "):], 10, 64)
	p := proof{index: index, checkpoint: checkpoint}
	for _, line := range lines[1:] {
		hash, e := tlog.ParseHash(line)
		if e != nil {
			err = e
		}
		p.hashes = append(p.hashes, hash)
	}
	return p, err
}

func checkReceipt(text, entry []byte, vkey string, quorum int, witnesses []string) (tlog.Tree, error) {
	p, err := parsed(text)
	if err != nil {
		return tlog.Tree{}, err
	}
	tree, err := opened(p.checkpoint, vkey, quorum, witnesses)
	if err != nil {
		return tree, err
	}
	if p.index < 0 || p.index >= tree.N {
		return tree, errors.New("index outside the tree")
	}
	return tree, tlog.CheckRecord(p.hashes, tree.N, tree.Hash, p.index, tlog.RecordHash(entry))
}

// grown proves, from tiles that are authenticated against the newer tree, that it continues the older one.
func grown(dir string, older, newer tlog.Tree) error {
	if older.N > newer.N {
		return fmt.Errorf("the log has %d entries, had %d", newer.N, older.N)
	}
	if older.N == 0 {
		return nil
	}
	p, err := tlog.ProveTree(newer.N, older.N, tlog.TileHashReader(newer, tiles{dir}))
	if err != nil {
		return err
	}
	return tlog.CheckTree(p, newer.N, newer.Hash, older.N, older.Hash)
}

func logJob(words []string) error {
	dir, vkey, earlier, receipt, witnesses := words[0], words[1], words[2], words[3], words[5:]
	quorum, err := strconv.Atoi(words[4])
	if err != nil {
		return err
	}
	text, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := opened(text, vkey, quorum, witnesses)
	if err != nil {
		return err
	}
	if err := replayed(dir, tree); err != nil {
		return err
	}
	if earlier != "-" {
		if text, err = os.ReadFile(earlier); err != nil {
			return err
		}
		older, err := opened(text, vkey, 0, nil)
		if err != nil {
			return err
		}
		if err := grown(dir, older, tree); err != nil {
			return err
		}
	}
	if receipt == "-" {
		return nil
	}
	return receiptInLog(dir, tree, receipt, vkey, quorum, witnesses)
}

func receiptInLog(dir string, tree tlog.Tree, receipt, vkey string, quorum int, witnesses []string) error {
	text, err := os.ReadFile(receipt)
	if err != nil {
		return err
	}
	p, err := parsed(text)
	if err != nil {
		return err
	}
	if p.index < 0 || p.index >= tree.N {
		return errors.New("index outside the log")
	}
	width := 256
	if rest := tree.N - p.index/256*256; rest < 256 {
		width = int(rest)
	}
	entries, err := bundle(dir, p.index/256, width)
	if err != nil {
		return err
	}
	older, err := checkReceipt(text, entries[p.index%256], vkey, quorum, witnesses)
	if err != nil {
		return err
	}
	return grown(dir, older, tree)
}

func receiptJob(words []string) error {
	quorum, err := strconv.Atoi(words[3])
	if err != nil {
		return err
	}
	text, err := os.ReadFile(words[0])
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(words[1])
	if err != nil {
		return err
	}
	_, err = checkReceipt(text, entry, words[2], quorum, words[4:])
	return err
}

func job(words []string) (err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("x/mod gave up: %v", broken)
		}
	}()
	switch {
	case len(words) >= 6 && words[0] == "log":
		return logJob(words[1:])
	case len(words) >= 5 && words[0] == "receipt":
		return receiptJob(words[1:])
	}
	return errors.New("no such job")
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if err := job(strings.Fields(in.Text())); err != nil {
			fmt.Println("refused", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("ok")
		}
	}
}
