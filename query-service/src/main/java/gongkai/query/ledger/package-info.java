/**
 * What the query side lacks, read from the ledger's HTTP API: records that the topic lost, and the keys of checkpoints.
 * May use: {@code gongkai.query.projection}, Spring's HTTP client and Jackson's parser.
 */
package gongkai.query.ledger;
