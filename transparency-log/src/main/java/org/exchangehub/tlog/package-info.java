/** A verifiable log: tree hashes, proofs, tiles and signed checkpoints. */
@NullMarked
package org.exchangehub.tlog;

import org.jspecify.annotations.NullMarked;
