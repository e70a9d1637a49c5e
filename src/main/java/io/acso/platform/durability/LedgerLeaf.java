package io.acso.platform.durability;

/** One ledger entry, in the bytes that are hashed, and its place in the order of commits, counting from 0. */
public record LedgerLeaf(long sequence, byte[] entry) {}
