/** Lies about a log: every way to tamper with it, and the verifiers that have to find each one out (TARGETS R5). */
@NullMarked
package org.exchangehub.journeys.tampering;

import org.jspecify.annotations.NullMarked;
