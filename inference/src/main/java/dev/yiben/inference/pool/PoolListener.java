package dev.yiben.inference.pool;

/** Hears what a user should know of a pool, in lines for people; called by one thread at a time. */
public interface PoolListener {
  /** Hears nothing. */
  PoolListener NONE =
      new PoolListener() {
        @Override
        public void onTrouble(String line) {}

        @Override
        public void onRelief(String line) {}
      };

  /** A member or all of them cannot be asked, for a while or for good. */
  void onTrouble(String line);

  /** What was told as trouble is over. */
  void onRelief(String line);
}
