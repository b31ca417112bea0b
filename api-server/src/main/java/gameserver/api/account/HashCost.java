package gameserver.api.account;

/**
 * What it takes to hash a password, and so to guess one. Kept with each hash: another cost holds
 * for new accounts and leaves the old ones usable.
 *
 * @param memory in KiB, taken for each password that is hashed at the moment
 * @param passes over the memory
 */
public record HashCost(int memory, int passes) {
    /** The least that OWASP's cheat sheet on password storage asks for. */
    public static final HashCost USUAL = new HashCost(19 * 1024, 2);
}
