/**
 * Gives an installation's database and broker their roles and rights, and the ledger its tables; begun anew it changes
 * only what differs. May use: {@code gongkai.broker}, PostgreSQL's driver, Flyway, the Kafka client; of the services only their migrations.
 */
package gongkai.setup;
