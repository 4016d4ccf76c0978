"""What an evaluation says: claims, their derivations, duties and refusals; pure data."""
