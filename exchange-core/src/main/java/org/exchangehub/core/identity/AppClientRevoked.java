package org.exchangehub.core.identity;

/** In the current transaction a client lost what it may do. */
public record AppClientRevoked(String client) {}
