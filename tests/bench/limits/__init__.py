"""The limits: each the least work that could do the job. Frozen: nobody slows one down, and nobody makes one do less than the job."""
